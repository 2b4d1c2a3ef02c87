"""How English questions say what kind of answer they want; as in :mod:`retrieval.query.request.wordings`."""

from retrieval.query.request.person_wordings import EN_PERSONS
from retrieval.query.request.wording import AnswerType, Wording, both
from retrieval.text.wordlists import word_set

_PLACES = (
    "city|cities|province|country|countries|place|venue|town|village|district|region|area|continent|island|location"
    "|state|river|street|site|capital|commune|nation|stadium|locality|localities|territory|territories|hotel|hall|airport|port"
    "|museum|park|road|auditorium|convention cent(?:er|re)|theat(?:er|re)|square|beach|mountain|lake|ward|hamlet"
    "|neighbo(?:u)?rhood|headquarters|room|station(?!s)|border|battlefield"
)
_ORGANISATIONS = (
    "school|agency|organi[sz]ation|company|unit|university|party|team|ministry|department|board|body|bank|hospital"
    "|club|newspaper|institute|committee|group|firm|college|commission|association|league"
)
_BODIES = (
    "schools|agencies|organi[sz]ations|companies|units|universities|parties|teams|ministries|departments|boards|bodies"
    "|banks|hospitals|clubs|newspapers|institutes|committees|groups|firms|colleges|commissions|associations|leagues"
    "|sectors|branches|offices|authorities|unions|factories"
)
_DOCUMENTS = (
    "resolution|directive|regulation|decree|decision|circular|document|law|act|plan|conclusion|treaty|ordinance"
    "|programme|program|guideline|constitution|agreement|policies|official letter|official dispatch|dispatch|notice"
    "|instruction|charter"
)
_MEASURES = (
    "percentage|percent|share|proportion|rate|number|population|amount|total|area of|height|length|cost|price|ratio"
    "|age|temperature|size|speed|score|fraction|quantity|growth|gdp|turnover|revenue|budget|salary|output|yield|depth"
    "|width|weight|distance|value|deficit|surplus|profit|(?:final|winning|highest|lowest) bid|allowance|subsidy"
    "|payout|wage|expenditure|outlay"
)
_SUMS = "profits?|loss(?:es)?|revenue|turnover|salary|tuition|fee|income|percentage|share"
LONG_THINGS = (
    "roads?|bridges?|rivers?|tunnels?|railways?|lines?|routes?|walls?|beach|canals?|dykes?|streets?|expressways?"
    "|highways?|coastline|pipelines?|ships?|boats?|runways?|tracks?|fences?|sections?"
)
_TIMES = "deadline|year(?! end)|date|day|month|century|time(?! limit)|decade|season|period|era|hour"
# The measure itself is asked for only where its phrase ends: "economic growth in 2020", no "growth model".
_PHRASE_ENDS = (
    r"(?= (?:rate|target|of|in|for|at|by|on|from|to|during|this|last|since|between|per|that|is|was)(?: |$)|$)"
)
_OF_A_PHRASE = r"(?!(?:of|in|for|at|by|on|from|to|that|which|with|and|or|between|behind|name|role|reason|cause) )"
PHONES = "(?:phone|telephone|fax|mobile|hotline) number|hotline"
# Verbs whose object is what is counted: "by how many did the town cut its schools".
_CHANGED = "cut|reduce|increase|raise|lower|expand|shrink|trim|grow|rise|fall|drop|slash|boost"
_TEENS = "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
_COUNTS = "two|three|four|five|six|seven|eight|nine|ten|\\d+"
# Plural nouns, but no "-ss", "-us", "-is", "-ics".
_PLURAL = r"(?!(?:news|series|species|gas|\w+ics)(?: |$))\w{2,}[^suis\W]s"
_THE_SEVERAL = (
    rf"(?:(?:the|its|their|these|all) ){{0,2}}(?:(?:{_COUNTS}) )?"
    rf"(?P<head>(?:(?!of |in |by )\w+ ){{0,2}}?{_PLURAL})"
)
# Nobody is asked for by what belongs to people: "which student union", "what patient records".
_IS_ONE = (
    rf"(?! (?:{_ORGANISATIONS}|{_BODIES}|{_PLACES}|{_DOCUMENTS}|{_MEASURES}|union|dormitory|congress"
    r"|housing|training|care|safety|rights|benefit|record|fee|price|job|movement|forum|letter|dispatch|visit|name|title"
    r"|language|statement|website|residence|result|figure|data|source|policy|duty|programme|program|course|class"
    r"|level|type)s?(?: |$))(?= |$)"
)
_WHICH = "(?:what|which)"
_NO_AUXILIARY = r"(?: (?!(?:did|does|do|will|would|is|was|were|are) )\w+)"
_CAUSED = (
    "caused|led to|set off|sparked|triggered|prompted|drove(?! (?:through|into|off|past|along|by) )|brought about"
    "|brought on|provoked|lay behind|lies behind|started the|sets off|causes(?! (?:do|did|does) )|ignited"
)
_WHAT_IS = "what (?:is|was|are|were)(?: the| its| their)?"
_VERBS = "are|were|do|did|does|must|should|have|has"
_ATTRIBUTES = r"(?: (?!is |was |did |are |were )\w+)"  # of a noun: "which Politburo resolution"
# "When the ministry looked back on 2020, who spoke?"
_NO_CLAUSE = (
    r"(?! (?!(?:did|was|were|is|are|will|does|do|has|have|had|should|must|can|would|could|might|may|s|and|or|exactly"
    r"|precisely|in|on|at|during) )\w+(?: (?!(?:did|does|do) )\w+)*"
    r" (?:who|whom|whose|what|which|where|why|how (?:many|much|long|old|often))(?: |$))"
)
_ENGLISH: tuple[tuple[AnswerType, str], ...] = (
    (
        AnswerType.REASON,
        r"(?P<focus>why|how come|for what reasons?|on what grounds"
        rf"|{_WHAT_IS}(?: \w+)? (?:reasons?|causes?|motives?)(?! (?:do|did|does) )"
        rf"|what (?:\w+ )?(?:excuse|explanation|justification|rationale|motive)|what (?:{_CAUSED})"
        rf"|what (?:is|was|were)(?: \w+)? (?:blamed for|to blame for)"
        rf"|what(?: \w+){{0,2}} (?:is|was|are|were) (?:believed|thought|said|suspected) to have (?:{_CAUSED})"
        rf"|what (?:do|did|does)(?: \w+){{1,4}} (?:think|believe|say|reckon) (?:{_CAUSED}))",
    ),
    (
        AnswerType.NUMBER,
        r"(?P<focus>by how (?:many|much)) (?:did|has|have|was|were|is|will) (?:\w+ ){1,5}?"
        rf"(?:{_CHANGED})(?: (?:its|their|his|her|the))?(?P<head>(?: \w+){{0,4}})",
    ),
    (
        AnswerType.NUMBER,
        rf"(?P<focus>how (?:many|much) of (?:the|its|their|these|those)(?: (?:{_COUNTS}|{_TEENS}))?)"
        r"(?=(?P<head>(?: \w+){0,4}))",
    ),
    (AnswerType.NUMBER, r"(?P<focus>how (?:many|much))(?=(?P<head>(?: \w+){0,4}))"),
    (AnswerType.NUMBER, r"(?P<focus>how (?P<head>old))"),
    (AnswerType.NUMBER, r"(?P<focus>how often)"),
    # The measure stays among the question's words: "dài 48 km", "nặng 300 kg".
    (
        AnswerType.NUMBER,
        r"(?P<focus>how)(?! far (?:had|has|have|did) (?:\w+ ){1,6}(?:got|get|gone|come|progress))"
        r"(?= (?:long|soon|far|tall|high|big|large|deep|wide|fast|heavy|hot|cold)(?: |$))",
    ),
    (AnswerType.NUMBER, rf"(?P<focus>(?:{_WHAT_IS}|which)(?: \w+){{0,6}}? (?P<head>{PHONES}))"),
    (
        AnswerType.DOCUMENT,
        rf"^(?:the )?(?:\w+ ){{0,2}}?(?P<head>{_DOCUMENTS}|letter) (?P<focus>(?:reference )?number)"
        r"(?! \d)(?!.* (?:who|whom|when|where|why|how)(?: |$))(?= |$)",
    ),
    (
        AnswerType.DOCUMENT,
        rf"(?P<focus>{_WHAT_IS}(?: \w+)?? number) of (?:the|this|that)(?: \w+){{0,3}}? (?P<head>{_DOCUMENTS})",
    ),
    (
        AnswerType.DOCUMENT,
        rf"(?P<focus>{_WHICH} number) (?:is|was|does|did)(?: the)?(?: \w+){{0,3}}? (?P<head>{_DOCUMENTS})",
    ),
    (
        AnswerType.DOCUMENT,
        rf"(?P<head>{_DOCUMENTS})(?: \w+){{0,16}} (?P<focus>what is (?:its|the)(?: \w+)? (?:number|reference))",
    ),
    (AnswerType.NUMBER, rf"(?P<focus>{_WHICH}(?: is| was| were| are)?(?: the)?(?: \w+)?? (?P<head>{_MEASURES}))"),
    (
        AnswerType.NUMBER,
        r"(?P<focus>what (?:is|was|were)) "
        rf"(?:{_OF_A_PHRASE}\w+ ){{1,6}}?(?P<head>{_MEASURES}){_PHRASE_ENDS}",
    ),
    (
        AnswerType.NUMBER,
        rf"(?P<focus>{_WHAT_IS}) (?:{_OF_A_PHRASE}\w+ ){{0,6}}?total (?P<head>\w+)"
        r"(?= (?:in|of|for|at|by|on|from)(?: |$)|$)",
    ),
    (AnswerType.NUMBER, r"(?P<focus>what) (?:did|does|do|will|would)(?: \w+){1,9} (?:cost|weigh|earn)(?= |$)"),
    (
        AnswerType.NUMBER,
        r"(?P<focus>what) (?:did|does|do|will|would)(?: \w+){1,9} (?:save|spend|pay|raise|collect|invest|charge)"
        r"(?= (?:each|every|per|a (?:year|month|week|day)|annually|yearly|in total|in (?:billions?|millions?|dong))"
        r"(?: |$))",
    ),
    (
        AnswerType.NUMBER,
        rf"(?P<focus>{_WHICH}(?: {_OF_A_PHRASE}\w+){{0,3}}? (?P<head>{_SUMS}))"
        "(?= (?:is|was|were|are|did|does|do|will|has|have) )",
    ),
    (AnswerType.NUMBER, rf"(?P<focus>{_WHAT_IS} (?:average|mean|median|maximum|minimum))"),
    (AnswerType.DATE, rf"(?P<focus>{_WHAT_IS}(?: \w+)?? (?P<head>{_TIMES})s?)"),
    (AnswerType.DATE, rf"(?P<focus>{_WHICH}(?: \w+)? (?P<head>{_TIMES})s?)"),
    (AnswerType.DATE, rf"(?P<focus>(?<=^)when{_NO_CLAUSE}|when(?= (?:did|was|were|is|will|does|do) ))"),
    (AnswerType.DATE, r"^(?:the )?(?P<focus>date) (?:of|on which)(?= )"),
    (AnswerType.DATE, r"(?P<focus>date) of (?:issue|signing|publication|birth|death|adoption)$"),
    (AnswerType.PERSONS, r"(?P<focus>who (?:are|were)|who all|who else)"),
    (AnswerType.PERSONS, r"(?P<focus>who)(?= (?:co|jointly|both|together) )"),
    (AnswerType.PERSON, r"(?P<focus>whom|whose|who)(?= |$)"),
    (AnswerType.PERSONS, rf"(?P<focus>(?:what|which){_NO_AUXILIARY}{{0,2}} (?P<head>{EN_PERSONS})s){_IS_ONE}"),
    (
        AnswerType.PERSONS,
        rf"(?P<focus>(?:what|which) (?:{_COUNTS})(?: (?!{_PLURAL} )(?!\w+ed )\w+){{0,4}} (?P<head>{EN_PERSONS})s)"
        f"{_IS_ONE}",
    ),
    (AnswerType.PERSON, rf"(?P<focus>(?:what|which){_NO_AUXILIARY}{{0,2}}? (?P<head>{EN_PERSONS})){_IS_ONE}"),
    (
        AnswerType.PERSON,
        r"(?P<focus>(?:(?:what (?:is|was)|give|name|tell me)(?: the)?(?: full)?|^(?:the )?(?:full )?) ?name of)"
        r"(?: the| this| that)?"
        rf"(?: \w+){{0,3}}? (?P<head>{EN_PERSONS}){_IS_ONE}",
    ),
    (
        AnswerType.PERSON,
        rf"^(?:please )?(?P<focus>name) (?:the|that|one)(?: \w+){{0,2}}? (?P<head>{EN_PERSONS}){_IS_ONE}",
    ),
    (AnswerType.PERSON, rf"(?P<focus>what (?:is|was)) (?:\w+ ){{1,6}}?(?P<head>{EN_PERSONS}) s(?: full)? name(?= |$)"),
    (AnswerType.PLACE, r"(?P<focus>where)(?= |$)"),
    (AnswerType.PLACE, rf"(?P<focus>{_WHICH}{_ATTRIBUTES}{{0,2}}? (?P<head>{_PLACES})s?)"),
    (AnswerType.LIST, rf"(?P<focus>{_WHICH}(?: {_OF_A_PHRASE}(?!\w+ed )\w+){{0,2}}? (?P<head>{_BODIES}))"),
    (AnswerType.LIST, rf"(?P<focus>{_WHICH} (?:{_COUNTS})(?: \w+)?? (?P<head>{_PLURAL}))"),
    (AnswerType.DOCUMENT, rf"(?P<focus>{_WHICH}{_ATTRIBUTES}{{0,3}}? (?P<head>{_DOCUMENTS})s?)"),
    (AnswerType.ORGANISATION, rf"(?P<focus>{_WHICH}{_ATTRIBUTES}{{0,3}}? (?P<head>{_ORGANISATIONS}))"),
    (AnswerType.LIST, rf"(?P<focus>(?:what|which) (?:are|were)) {_THE_SEVERAL}"),
    (AnswerType.LIST, r"(?P<focus>(?:what|which) (?:are|were))"),
    (AnswerType.LIST, rf"^(?:please )?(?P<focus>name|list) {_THE_SEVERAL}"),
    (AnswerType.LIST, r"(?P<focus>(?:name|list) the)"),
    (AnswerType.LIST, r"(?P<focus>what does (?:\w+ ){1,6}(?:include|consist|comprise))"),
    (AnswerType.LIST, rf"(?P<focus>{_WHICH}(?: \w+)? (?P<head>\w{{3,}}[^s\W]s))(?= (?:{_VERBS})(?: |$))"),
    (AnswerType.LIST, rf"^(?:\w+ )?(?P<focus>which (?P<head>{_PLURAL}))(?= (?!of )|$)"),
    (AnswerType.FREE, r"(?P<focus>what|which)(?P<head> (?!is |was |are |were |did |does |do )\w+)?"),
    (AnswerType.FREE, r"(?P<focus>how)"),
)  # fmt: skip

ENGLISH = tuple(Wording(kind, both(source)) for kind, source in _ENGLISH)
HEAD_ENDS = word_set(
    """
    did does do are is was were has have had must will would can could should may might in on by at of per to and for
    from with live lived took take left went came got won lost held made make gave sent ran saw met built bought sold
    paid spent fell rose grew wrote stood began hit that who which there fled die join attend visit work need get go
    """
)
MEASURE_ALONE = both(
    rf"^(?:the )?(?:{_OF_A_PHRASE}\w+ ){{0,3}}?"
    r"(?:percentage|rate|population|number|proportion|share|total|growth|revenue)"
    r"(?: (?:of|in|for|at|by|on)(?: \w+){1,12})?$"
)
