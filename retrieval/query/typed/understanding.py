"""What a question is taken to say before anything is looked up: its letters, its language, its marks.

Keystrokes are read first, since "chur trif" looks more like English than like Vietnamese; then the language is told,
and only a Vietnamese question is given its marks back.
"""

from dataclasses import dataclass

from retrieval.index.lexical import LexicalIndex
from retrieval.query.glossary import english_glossary
from retrieval.query.language import Language, detect_language
from retrieval.query.typed.english_names import with_name_capitals
from retrieval.query.typed.keystrokes import read_keystrokes
from retrieval.query.typed.restoring import lacks_marks, restore_marks
from retrieval.text.tokens import token_texts


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it is taken.

    ``letters`` is the question with its keystrokes read, ``text`` has the marks that were left out as well; either is
    the question itself where there was nothing to add. ``typed_bare`` says that the marks are a guess: hardly any
    were typed.
    """

    letters: str
    text: str
    language: Language
    typed_bare: bool


def understand(question: str, lexical: LexicalIndex) -> Understood:
    """Return what an NFC question is taken to say, given the words of the articles."""
    letters = read_keystrokes(question, lambda token: _is_word(token, lexical))
    language = Language.VIETNAMESE if letters != question else detect_language(letters)
    if language is Language.ENGLISH:
        letters = with_name_capitals(letters, lexical.names)
        return Understood(letters, letters, language, typed_bare=False)
    typed_bare = lacks_marks(token_texts(letters))
    return Understood(letters, restore_marks(letters, lexical), language, typed_bare)


def _is_word(token: str, lexical: LexicalIndex) -> bool:
    """Return whether the articles have a token as it was typed, or English does."""
    in_articles = any(spelling == token for spelling, _ in lexical.spellings.of(token))
    return in_articles or bool(english_glossary().expressions([token]))
