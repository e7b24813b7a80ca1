"""Holds each reply against botocore's model more strictly than botocore's own parser, which ignores what it does not know."""

import base64
import io
import json
import re
from datetime import datetime
from xml.etree import ElementTree

from botocore.parsers import RpcV2CBORParser

# What every service may answer with, beside the errors of the operation's model:
# https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html
COMMON_ERRORS = {
    "AccessDenied", "AccessDeniedException", "SerializationException", "Throttling", "ThrottlingException",
    "UnknownOperationException", "ValidationError", "ValidationException", "InvalidParameterCombination",
    "InvalidParameterValue", "MissingParameter",
}  # fmt: skip


def defects(operation, response):
    """Sentences for what in this reply is not as the model of the operation says."""
    body, headers, status = response["body"], response["headers"], response["status_code"]
    protocol = operation.service_model.resolved_protocol
    if status >= 300:
        return error_defects(operation, body, protocol)
    if not headers.get("x-amzn-requestid"):
        return [f"{operation.name}: no request id in the headers"]
    shape = operation.output_shape
    found = []
    if protocol in ("query", "rest-xml"):
        root = ElementTree.fromstring(body)
        if shape is None:
            return []
        if protocol == "query":
            if local(root) != f"{operation.name}Response":
                found.append(f"{operation.name}: root element {local(root)}")
            root = next((each for each in root if local(each) == shape.serialization.get("resultWrapper")), root)
        xml(shape, root, operation.name, found)
    elif shape is not None:
        json_value(shape, decoded(body, protocol), operation.name, found)
    return found


def decoded(body, protocol):
    if protocol != "smithy-rpc-v2-cbor":
        return json.loads(body or b"{}")
    return RpcV2CBORParser().parse_data_item(io.BufferedReader(io.BytesIO(body))) if body else {}


def error_defects(operation, body, protocol):
    if protocol in ("query", "rest-xml"):
        code = next((each.text for each in ElementTree.fromstring(body).iter() if local(each) == "Code"), None)
    else:
        code = decoded(body, protocol).get("__type")
    declared = {shape.error_code for shape in operation.error_shapes} | {shape.name for shape in operation.error_shapes}
    if code in declared or code in COMMON_ERRORS:
        return []
    return [f"{operation.name}: error {code} is none that its model declares"]


def json_value(shape, value, path, found):
    kind = shape.type_name
    if kind == "structure":
        if not isinstance(value, dict):
            return found.append(f"{path}: {type(value).__name__} instead of a structure")
        by_name = {member.serialization.get("name", name): member for name, member in shape.members.items()}
        members(shape, by_name, set(value), path, found)
        for name in value.keys() & by_name.keys():
            json_value(by_name[name], value[name], f"{path}.{name}", found)
    elif kind == "list":
        if not isinstance(value, list):
            return found.append(f"{path}: {type(value).__name__} instead of a list")
        for each in value:
            json_value(shape.member, each, f"{path}[]", found)
    elif kind == "map":
        if not isinstance(value, dict):
            return found.append(f"{path}: {type(value).__name__} instead of a map")
        for key, each in value.items():
            json_value(shape.key, key, f"{path}<key>", found)
            json_value(shape.value, each, f"{path}.{key}", found)
    elif not is_json_scalar(kind, value):
        found.append(f"{path}: {value!r} instead of a {kind}")
    else:
        enumerated(shape, value, path, found)


def is_json_scalar(kind, value):
    if kind == "boolean":
        return isinstance(value, bool)
    if kind in ("integer", "long"):
        return isinstance(value, int) and not isinstance(value, bool)
    if kind in ("float", "double", "timestamp"):
        return (isinstance(value, (int, float)) and not isinstance(value, bool)) or isinstance(value, datetime)
    if kind == "blob":
        return isinstance(value, bytes) or base64.b64encode(base64.b64decode(value)).decode() == value
    return isinstance(value, str)


def xml(shape, element, path, found):
    kind = shape.type_name
    if kind == "structure":
        by_name = {}
        for name, member in shape.members.items():
            flat = member.type_name == "list" and member.serialization.get("flattened")
            inner = member.member.serialization.get("name") if flat else None
            by_name[inner or member.serialization.get("name", name)] = member
        elsewhere = {name for name, member in by_name.items() if member.serialization.get("location")}
        members(shape, by_name, {local(each) for each in element} | elsewhere, path, found)
        for each in element:
            if local(each) in by_name:
                xml(by_name[local(each)], each, f"{path}.{local(each)}", found)
    elif kind == "list":
        name = shape.member.serialization.get("name", "member")
        for each in element:
            if local(each) != name:
                found.append(f"{path}: item <{local(each)}> instead of <{name}>")
            xml(shape.member, each, f"{path}[]", found)
    elif not is_xml_scalar(kind, element.text or ""):
        found.append(f"{path}: {element.text!r} instead of a {kind}")
    else:
        enumerated(shape, element.text or "", path, found)


def is_xml_scalar(kind, text):
    if kind == "boolean":
        return text in ("true", "false")
    if kind in ("integer", "long"):
        return re.fullmatch(r"-?\d+", text) is not None
    if kind in ("float", "double"):
        return re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", text) is not None
    if kind == "timestamp":
        return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", text) is not None
    return True


def members(shape, by_name, present, path, found):
    for name in sorted(present - by_name.keys()):
        found.append(f"{path}: {shape.name} has no member {name}")
    wire = {python: member.serialization.get("name", python) for python, member in shape.members.items()}
    for name in shape.required_members:
        if wire[name] not in present:
            found.append(f"{path}: {shape.name} requires {name}")


def enumerated(shape, value, path, found):
    if getattr(shape, "enum", None) and value not in shape.enum:
        found.append(f"{path}: {value!r} is none of {shape.name}")


def local(element):
    return element.tag.rpartition("}")[2]
