"""Where a model is that goes by a name: in a folder, in the cache of an earlier fetch, or on the Hugging Face Hub.

It is looked for before anything heavy is imported. The loader itself knocks at an address that cannot be reached for
more than a minute, file by file, before it says so.
"""

from pathlib import Path

from embeddings.base import ModelUnavailableError

_MAX_WAIT_SECONDS = 5.0  # for the Hub's word on whether it has the model
_CACHED_FILES = ("modules.json", "config.json")  # whichever a model has is fetched before its weights
_MEND = (
    "set HOIDAP_MODEL to the folder of a Sentence Transformers model, or to a model's name such as "
    "intfloat/multilingual-e5-small, or leave it out for the model that ships"
)


def is_on_this_machine(source: str) -> bool:
    """Return whether a model is a folder here, or was fetched before, if perhaps not whole; no network is used.

    Raises:
        ModelUnavailableError: the source is no folder, and no name that a model could have.
    """
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    path = Path(source)
    if path.is_dir():
        return True
    if path.exists():
        raise ModelUnavailableError(f"{source} is a file, and a model is a folder; {_MEND}")
    try:
        return any(
            isinstance(try_to_load_from_cache(name, file), str)
            for name in _names_on_hub(source)
            for file in _CACHED_FILES
        )
    except HFValidationError as error:
        raise ModelUnavailableError(f"there is no folder {source}; {_MEND}") from error


def check_on_hub(source: str) -> None:
    """Return where the Hub has a model of this name, after seconds at most.

    Raises:
        ModelUnavailableError: it has none that may be fetched, or it cannot be reached.
    """
    import httpx2
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError, RepositoryNotFoundError

    hub = HfApi()
    for name in _names_on_hub(source):
        try:
            hub.model_info(name, timeout=_MAX_WAIT_SECONDS)
        except RepositoryNotFoundError:
            continue
        except HfHubHTTPError:
            return  # reached, and in trouble: the loader may fare better, or else says what is wrong
        except (OSError, httpx2.HTTPError) as error:
            raise ModelUnavailableError(
                f"there is no folder {source}, no model of this name is whole in the cache of earlier fetches, and "
                f"{hub.endpoint} cannot be reached; connect this machine once, or {_MEND}"
            ) from error
        return
    raise ModelUnavailableError(
        f"there is no folder {source}, and {hub.endpoint} has no model of this name that may be fetched; {_MEND}"
    )


def _names_on_hub(source: str) -> tuple[str, ...]:
    """Return the names that a model may have there: without an owner, that of most such models, or none."""
    return (source,) if "/" in source else (f"sentence-transformers/{source}", source)
