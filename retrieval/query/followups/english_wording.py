"""The words by which half an English question is known, and those by which a whole one is read, as patterns."""

from retrieval.query.followups.asked import Asked
from retrieval.query.followups.patterns import at_end, at_start, whole, words

FILLERS = at_start("ok|okay|well|thanks|thank you|hi|hello|alright|right|hmm|oh|yes|no|sorry")
STRONG_LEAD = at_start(
    "(?:(?:and|but|so|then|ok),? )?(?:what|how) (?:about|of)|i mean(?:t)?|(?:the )?same (?:question )?for|and for"
    "|or maybe"
)
WEAK_LEAD = at_start("and then|and|but|then|or|so|also")
TAIL = at_end("then|instead|though|as well|too|please|exactly|again")

MORE = whole(
    r"(?:who|whom|what|where|which(?: \w+)?) else(?: (?:is|was|are|were) there)?"
    "|any(?:one|body|thing|where|) ?(?:else|more|others?)|(?:any |some |the )?others|more|which others?"
    "|who (?:are|were) the others|(?:is|was|were|are) there (?:any(?:one|body|thing)? )?(?:else|more|others)"
    "|someone else"
)
ASKS_MORE = words("else|other|others")
ADDED_MORE = words("else|other|others|also|and|there|any|was|were|did|the|at|it|that")

_IN_WHICH_PLACE = "(?:which|what) (?:city|place|province|country|town|venue|location)"
_TIME = "(?:which|what) (?:date|day|year|month|time)|how long ago"
ASKED = (
    (Asked.WHERE, whole(f"where(?: (?:is|was) (?:that|this))?|(?:in |at )?{_IN_WHICH_PLACE}")),
    (Asked.WHEN, whole(f"when(?: (?:is|was) (?:that|this))?|(?:on |in |at )?(?:{_TIME})|since when")),
    (Asked.WHY, whole("why(?: not)?|why (?:is|was) (?:that|this|it)|how come|what for|for what reason|the reason")),
    (Asked.HOW_LONG, whole("(?:for )?how long")),
    (
        Asked.HOW_MANY,
        whole(
            r"how (?:many|much)(?: (?P<noun>(?!(?:did|do|does|was|were|is|are)(?!\w))\w+)(?: (?:attended|joined|died"
            r"|came|spoke|competed))?)?"
        ),
    ),
    (Asked.WHO, whole("(?:by |with |for |to )?(?:who|whom)")),
    (Asked.HOW, whole("how|in what way")),
    (
        Asked.WHAT,
        whole(
            r"what|about what|(?:(?:in|at|under|by|with|from|for|on) )?(?:which|what) (?P<noun>(?!(?:is|was|are|were"
            r"|did)(?!\w))\w+)"
        ),
    ),
)
# The same questions with "it", for a question before that is in Vietnamese.
_ABOUT_IT = (
    " (?:is|was|did|does|will|were|are) (?:it|that|this|they) ?(?:be )?(?:held|take place|happen|organi[sz]ed"
    "|located|start"
    "|begin|open)?(?: there)?"
)
ASKED_OF_IT = (
    (Asked.WHERE, whole(f"(?:where|(?:in |at )?{_IN_WHICH_PLACE}){_ABOUT_IT}")),
    (Asked.WHEN, whole(f"(?:when|(?:on |in |at )?(?:{_TIME})){_ABOUT_IT}")),
    (Asked.WHY, whole(f"why{_ABOUT_IT}")),
    (Asked.HOW_LONG, whole("how long (?:did|does|will) it (?:last|take|run)")),
    (Asked.HOW_MANY, whole("how many (?P<noun>people) (?:were there|attended(?: it)?|came|joined)")),
)
# "Who said that?": what was told, not a thing.
SAID = whole(
    "(?P<core>who(?: (?:also|has|have|had))* (?:said|says|stated|told|claimed|announced|mentioned|reported|confirmed"
    "|emphasi[sz]ed|stressed))(?: (?:that|this|it|so))"
)
ATTRIBUTE = whole(
    "who (?:is|was|are|were) the (?:authors?|writers?|reporters?)|(?:what (?:is|was|are|were) )?the (?:results?"
    "|outcome|score|date|venue|theme|reasons?|cost|budget|topic|agenda|winner"
    "|death toll|purpose|aim|goal|cause)"
)
OBJECTLESS = whole(
    "(?:who|which (?:team|country|company|party|group))(?: else)?(?: (?:also|was|were|did|has|have))* (?:"
    "(?P<at>spoke|scored|died|performed|presented|reported|competed|appeared|injured|killed|arrested|present|sang"
    "|played)"
    "|(?P<over>presided)|(?P<into>participated|took part)"
    "|(?:co-?)?chaired|attended|won|lost|organi[sz]ed|hosted|signed|led|built|wrote|founded|directed|sponsored"
    "|opened|joined"
    "|proposed|approved|designed|invented|discovered|created|published|launched|paid|represented"
    ")|(?P<what>what (?:else )?happened|what (?:else )?(?:was|is|were) (?:discussed|decided|said|announced|agreed))"
)

PERSON = words("he|she|him|his|that (?:person|man|woman|player|official|minister|coach)|her")
PERSONS = words("they|them|their|those (?:people|players|officials|persons)")
IT = words("it|its")
THERE = at_end("there|in that (?:place|city|province|country)")
THEN = words("(?:that|the same) (?:year|month|day|time)|back then")
THING = words(r"(?:that|this|these|those|the same) (?P<noun>[a-z-]+)|the (?P<article>article|story|report)$")
NOT_THING = words(
    "year|month|week|day|time|morning|is|was|are|were|does|did|has|have|the|a|an|they|it|he|she|way|season|one|type"
    "|kind|sort"
)
_EVENTS = (
    "conference|meeting|congress|session|event|festival|match|game|final|tournament|election|competition|workshop"
    "|summit|ceremony|exhibition"
)
EVENTS = words(f"{_EVENTS}|contest")
_PLACES = "city|province|district|commune|country|place"
PLACES = words(f"{_PLACES}|town|region")
THINGS = words(
    f"{_EVENTS}|{_PLACES}|article|story|report|piece|storm|typhoon|flood|accident|fire|project|plan|programme|program|bridge|school|company|team"
    "|book|film|law|decree|resolution|decision|hospital|organisation|organization"
)
POSSESSIVE = whole("his|its|their")
# "what time is it", "is it true that …", "how long does it take to …": nothing is meant by "it".
EXPLETIVE = words(
    r"time is it|(?:is|was) it (?:\w+ )?(?:to|that|for|true|raining|possible|necessary|legal|safe|ok|cold|hot|sunny)"
    r"|does it (?:take|mean) (?:.*to|for|if|when|that)(?!\w)|it takes|it takes? \w+ to|(?:is|was) it like"
    r"|is there|are there"
    r"|(?<!who )was there|(?<!who )were there"
)
# What "it" may mean stands in the same question.
NOUN_AHEAD = words(r"(?:the|a|an|some|any|my|your|our|every|each|no) \w+|\w+['’]s|of \w+|in \w+|at \w+")

DO = "did|do|does"
BE = "is|was|are|were"
AUXILIARIES = f"{DO}|{BE}|has|have|had|will|can|could|would|should"
AUXILIARY = words(AUXILIARIES)
FUNCTION_WORD = whole(
    "who|whom|whose|what|which|where|when|why|how|many|much|old|long|far|did|does|do|is|was|are|were|has|have|had"
    "|will|can"
    "|could|would|should|in|on|at|by|for|from|to|with|of|about|after|before|during|and|but|so|then|else|also|not"
    "|there|tell"
    "|me|been|be"
)

QUESTION_START = at_start(
    "(?:(?:in|on|at|by|for|from|to|with|of) )?(?:who|whom|whose|what|which|where|when|why|how|did|does|do|is|was|are"
    "|were|has"
    "|have|will|can|could|would|should|tell me)"
)
