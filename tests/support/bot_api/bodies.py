"""The body of a request to a method, in any of the forms that clients use: form, multipart or JSON."""

import json
import re
from urllib.parse import parse_qsl

from tests.support.bot_api.fields import Fields, Upload
from tests.support.bot_api.refusals import bad_request
from tests.support.bot_api.web import Request

_BOUNDARY = re.compile(r'boundary="?([^";]+)"?', re.IGNORECASE)
_PARAMETER = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')


def read_fields(request: Request) -> Fields:
    """Return what a request brings in its query and its body.

    Raises:
        RefusedError: the body is not what its content type says.
    """
    texts = dict(parse_qsl(request.query, keep_blank_values=True))
    content_type = request.headers.get("content-type", "")
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        texts.update(parse_qsl(request.body.decode("utf-8", "replace"), keep_blank_values=True))
    elif kind == "multipart/form-data":
        return _multipart(request.body, content_type, texts)
    elif kind == "application/json" and request.body:
        texts.update(_json_texts(request.body))
    return Fields(texts)


def _json_texts(body: bytes) -> dict[str, str]:
    try:
        value = json.loads(body)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise bad_request("Can't parse JSON object")
    return {
        name: entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False)
        for name, entry in value.items()
        if entry is not None
    }


def _multipart(body: bytes, content_type: str, texts: dict[str, str]) -> Fields:
    found = _BOUNDARY.search(content_type)
    if found is None:
        raise bad_request("Boundary not found")
    files: dict[str, Upload] = {}
    for part in body.split(b"--" + found[1].encode())[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        content = content.removesuffix(b"\r\n")
        headers = {
            name.strip().lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head.decode("utf-8", "replace").split("\r\n"))
        }
        parameters = dict(_PARAMETER.findall(headers.get("content-disposition", "")))
        name = parameters.get("name", "")
        if "filename" in parameters:
            mime_type = headers.get("content-type", "application/octet-stream")
            files[name] = Upload(parameters["filename"], content, mime_type)
        else:
            texts[name] = content.decode("utf-8", "replace")
    return Fields(texts, files)
