"""What the bot says in English."""

import datetime as dt

from bot.courtesies import Courtesy
from bot.telegram.texts.admin_en import ENGLISH_ADMIN
from bot.telegram.texts.base import Texts
from retrieval.query.language import Language
from retrieval.text.dates.forms import MONTH_NAMES


def _date(day: dt.date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1].capitalize()} {day.year}"


ENGLISH = Texts(
    language=Language.ENGLISH,
    date=_date,
    understood_as="Understood as: {question}",
    nearest="The passages nearest to the question:",
    not_sure="I am not quite sure; please read the excerpt.",
    phrased="In my own words; the articles' own are in the excerpts.",
    copies="and {n} passages that say the same",
    untitled="(no title)",
    unknown_source="source unknown",
    unknown_date="date unknown",
    more_button="More passages",
    around_button="Before and after",
    did_you_mean_button="Or: {text}",
    up_button="👍 Right",
    down_button="👎 Wrong",
    whole_article_button="Whole article",
    again_button="Answer again",
    read_at_button="Read at {source}",
    more_title="More passages ({page}/{pages}):",
    around_title="The excerpt with what stands before and after:",
    other_meaning="If you meant: {text}",
    passage_changed="The article has changed since I answered; this is what it says now.",
    passage_gone="This article is no longer in the collection.",
    no_more="There are no more passages.",
    thanks_up="Thank you!",
    thanks_down="Thank you, I have noted it.",
    old_button="This button no longer works. Please ask again.",
    not_yours="This button belongs to another conversation.",
    start=(
        "*Hello!* I answer questions in the words of Vietnamese news articles, with the excerpt, the newspaper and "
        "the date.\n"
        "\n"
        "Just type a question, in English or in Vietnamese, with or without marks.\n"
        "\n"
        "For example: Who chaired the 2021 conference?\n"
        "\n"
        "/sources – the articles I have\n"
        "/help – how to use me"
    ),
    help=(
        "*Ask:* type a question here. In a group: use /ask, reply to one of my messages, or mention me.\n"
        "*Go on:* “what about 2023?”, “where?” are understood from the question before. /new starts afresh.\n"
        "*Edit:* edit your question, and I edit my answer.\n"
        "*In any chat:* type my name and a question, such as: @{username} who won the match\n"
        "\n"
        "I only quote the articles and write nothing of my own. Where they hold no answer I say so, and show what "
        "is nearest.\n"
        "\n"
        "/sources – list of articles\n"
        "/article – read one\n"
        "/language – change the language\n"
        "/privacy – what I keep\n"
        "/forget – delete your data"
    ),
    privacy=(
        "*What I keep*\n"
        "– Your questions, the numbers of your account and chat, and the answers: {days} days, so that the buttons "
        "under an answer go on working and a question can be edited.\n"
        "– Your last question, to understand the next one: {hours} hours, or until you type /new.\n"
        "– Your 👍 and 👎 with question and answer: until you delete them.\n"
        "– The language you chose: until you delete it.\n"
        "\n"
        "I keep neither your name nor your phone number. Questions asked inline, in other chats, are not kept. "
        "{elsewhere}\n"
        "\n"
        "/forget deletes all of it at once."
    ),
    sent_nowhere="I send nothing elsewhere.",
    sent_to_model="Questions and excerpts go to a language model chosen by whoever runs me, to be put into words.",
    ask_usage="Please type the question after the command, such as: /ask How much did the gold price rise?",
    new_conversation="All right, a new conversation. What would you like to know?",
    forgotten="I have deleted your questions, your votes and your choice of language.",
    language_now="From now on I answer in English.",
    language_prompt="Which language shall I use?",
    language_auto="From now on I answer in the language of each question.",
    language_not_yours=(
        "In a group its administrators choose the language; please ask one of them. In a private chat with me you "
        "choose your own."
    ),
    language_checking="Just a moment: I am asking Telegram whether you are an administrator of this group.",
    sources_title="{n} articles, newest first (page {page} of {pages}):",
    sources_empty="I have no articles yet.",
    article_usage="Please type the article's number after the command, such as: /article 3. /sources has the numbers.",
    article_unknown="I have no such article. /sources lists those I have.",
    article_page="Page {page} of {pages}",
    unknown_command="I do not know this command. /help tells what I can do.",
    only_text="I can only read text. Please type your question.",
    courtesies={
        Courtesy.GREETING: (
            "Hello! I answer questions in the words of the Vietnamese news articles that I have, with the excerpt, the "
            "newspaper and the date. Just type a question; /sources lists the articles, /help tells how to use me."
        ),
        Courtesy.THANKS: "You are welcome! If you would like to know more, just type a question.",
        Courtesy.FAREWELL: "Goodbye! Whenever you have a question about the articles, just write to me.",
        Courtesy.ACKNOWLEDGEMENT: "I am still here. For anything else about the articles, just type a question.",
    },
    commands={
        "ask": "Ask about the articles",
        "hoi": "Ask about the articles",
        "new": "Start a new conversation",
        "sources": "List the articles",
        "article": "Read an article",
        "language": "Change the language",
        "privacy": "What I keep",
        "forget": "Delete your data",
        "help": "How to use me",
    },
    admin_commands={
        "reindex": "Bring the articles up to date",
        "cancel": "Stop the update",
        "status": "How the bot is doing",
        "unanswered": "Questions without an answer",
        "remove": "Remove an article",
    },
    not_allowed="This bot is for certain people only, and you are not among them yet. Please ask whoever runs it.",
    too_fast="That is a little fast for me. Please wait about {seconds} seconds before the next question.",
    too_fast_short="A little slower, please.",
    queue_full="Too many questions are waiting, and I could not take this one. Please ask again in a few minutes.",
    timed_out="This search took too long and is not finished. Please ask again in a few minutes.",
    failed="Something went wrong with this request; it has been noted (code {code}). Please try again later.",
    failed_short="Something went wrong; it has been noted. Please try again later.",
    index_unusable="The collection of articles is being repaired. Please ask again in a few minutes.",
    maybe_unsent=(
        "I was interrupted just as I was sending the answer to this question. If it has not arrived, press the button."
    ),
    inline_hint="Type a question, or tap here to ask in private",
    inline_nothing="The articles do not answer this",
    admin=ENGLISH_ADMIN,
)
