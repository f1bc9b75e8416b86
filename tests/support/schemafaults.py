# SPDX-License-Identifier: GPL-3.0-or-later
"""A checker for JSON schemas with the keywords that our documents use, and no others: a keyword it does not know is a
fault, so that nothing passes unlooked at."""
import re

TYPES = {'string': str, 'object': dict, 'array': list, 'boolean': bool, 'null': type(None)}
NOTES = {'description', 'default', 'title', 'examples', '$schema', '$defs', '$comment', '$id'}
KNOWN = NOTES | {'$ref', 'type', 'enum', 'const', 'pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'minLength',
                 'maxLength', 'format', 'properties', 'required', 'items', 'minItems', 'maxItems', 'additionalProperties',
                 'oneOf', 'anyOf'}
FORMATS = {'date-time': r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$'}


def has_type(value, name):
    if name in ('number', 'integer'):
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return is_number and (name == 'number' or value == int(value))
    return isinstance(value, TYPES[name])


def pointed_at(document, pointer):
    for part in pointer.removeprefix('#/').split('/'):
        document = document[part]
    return document


def text_faults(value, schema, place):
    if not re.search(schema.get('pattern', ''), value):
        yield f'{place}: {value!r} does not match {schema["pattern"]}'
    if not schema.get('minLength', 0) <= len(value) <= schema.get('maxLength', len(value)):
        yield f'{place}: {value!r} has {len(value)} characters'
    if 'format' in schema and not re.search(FORMATS[schema['format']], value):
        yield f'{place}: {value!r} is no {schema["format"]}'


def faults_of(value, schema, document, place='$'):
    """What is wrong with `value` under `schema`, which is a part of `document`; nothing where all is right."""
    unknown = set(schema) - KNOWN
    if unknown:
        yield f'{place}: the checker does not know {unknown}'
    if '$ref' in schema:
        yield from faults_of(value, pointed_at(document, schema['$ref']), document, place)
        return
    types = schema.get('type')
    if types and not any(has_type(value, t) for t in ([types] if isinstance(types, str) else types)):
        yield f'{place}: {value!r} is no {types}'
        return
    if 'enum' in schema and value not in schema['enum'] and value is not None:
        yield f'{place}: {value!r} is none of {schema["enum"]}'
    if 'const' in schema and value != schema['const']:
        yield f'{place}: {value!r} is not {schema["const"]!r}'
    if isinstance(value, str):
        yield from text_faults(value, schema, place)
    if has_type(value, 'number') and not schema.get('minimum', value) <= value <= schema.get('maximum', value):
        yield f'{place}: {value} is out of range'
    if has_type(value, 'number') and 'exclusiveMinimum' in schema and value <= schema['exclusiveMinimum']:
        yield f'{place}: {value} is out of range'
    if 'oneOf' in schema and sum(not list(faults_of(value, s, document, place)) for s in schema['oneOf']) != 1:
        yield f'{place}: {value!r} fits not exactly one of oneOf'
    if 'anyOf' in schema and all(list(faults_of(value, s, document, place)) for s in schema['anyOf']):
        yield f'{place}: {value!r} fits none of anyOf'
    if isinstance(value, dict):
        properties = schema.get('properties', {})
        others = schema.get('additionalProperties', True)
        for name in schema.get('required', []):
            if name not in value:
                yield f'{place}: {name} is missing'
        for name, item in value.items():
            if name in properties:
                yield from faults_of(item, properties[name], document, f'{place}.{name}')
            elif others is False:
                yield f'{place}: {name} is not described'
            elif isinstance(others, dict):
                yield from faults_of(item, others, document, f'{place}.{name}')
    if isinstance(value, list):
        if not schema.get('minItems', 0) <= len(value) <= schema.get('maxItems', len(value)):
            yield f'{place}: {len(value)} items'
        for number, item in enumerate(value):
            yield from faults_of(item, schema.get('items', {}), document, f'{place}[{number}]')


def untold_faults():
    """Values that are wrong under their schemas, and that the checker says nothing of; none if it works."""
    for value, schema in (('a', {'type': 'integer'}), (2, {'maximum': 1}), ({}, {'required': ['a']}), ('b', {'const': 'a'}),
                          ({'x': 1}, {'additionalProperties': False}), ([], {'minItems': 1}), ('b', {'pattern': '^a'}),
                          (1, {'oneOf': [{'type': 'string'}]}), ([1], {'items': {'type': 'string'}}), ('c', {'enum': ['a']}),
                          (True, {'type': 'number'}), (None, {'type': 'string'}), (1, {'unheardOf': 1}),
                          ('', {'minLength': 1}), ('soon', {'format': 'date-time'}), (0, {'exclusiveMinimum': 0}),
                          (1, {'anyOf': [{'type': 'string'}]}), ({'a': 1}, {'additionalProperties': {'type': 'string'}})):
        if not list(faults_of(value, schema, {})):
            yield f'the checker finds nothing wrong with {value!r} under {schema}'
