/* Text and attributes of a plain page: entities (HTML, 13.2.5.72 on), line ends, and where a tag ends. */
#include "plain.h"

#define ENTITY(name, text) {name, text, sizeof name - 1, sizeof text - 1}

/* The entities that nearly all pages keep to; the others are asked of Python's table. */
static const struct {
    const char *name, *text;
    size_t length, wide;
} usual[] = {
    ENTITY("nbsp;", "\xC2\xA0"), ENTITY("amp;", "&"), ENTITY("lt;", "<"), ENTITY("gt;", ">"), ENTITY("quot;", "\""), ENTITY("ldquo;", "\xE2\x80\x9C"), ENTITY("rdquo;", "\xE2\x80\x9D"),
    ENTITY("middot;", "\xC2\xB7"), ENTITY("hellip;", "\xE2\x80\xA6"), ENTITY("mdash;", "\xE2\x80\x94"), ENTITY("copy;", "\xC2\xA9"), ENTITY("raquo;", "\xC2\xBB"),
    ENTITY("bull;", "\xE2\x80\xA2"), ENTITY("lsquo;", "\xE2\x80\x98"), ENTITY("rsquo;", "\xE2\x80\x99"), ENTITY("times;", "\xC3\x97"),
};

/* What windows-1252 has where numbers of characters have control characters. */
static const uint16_t windows[32] = {
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
};

enum { LONGEST_ENTITY = 32 };

static char *write_character(char *out, uint32_t c)
{
    if (c < 0x80) {
        *out++ = (char)c;
    } else if (c < 0x800) {
        *out++ = (char)(0xC0 | c >> 6);
        *out++ = (char)(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        *out++ = (char)(0xE0 | c >> 12);
        *out++ = (char)(0x80 | (c >> 6 & 0x3F));
        *out++ = (char)(0x80 | (c & 0x3F));
    } else {
        *out++ = (char)(0xF0 | c >> 18);
        *out++ = (char)(0x80 | (c >> 12 & 0x3F));
        *out++ = (char)(0x80 | (c >> 6 & 0x3F));
        *out++ = (char)(0x80 | (c & 0x3F));
    }
    return out;
}

/* Reads "#123;" or "#x7B;"; returns the place behind it, NULL where it is none. Never longer than what it stands for. */
static const char *numeric(const char *at, const char *end, char **out)
{
    uint32_t number = 0;
    const bool hex = end - at > 1 && (at[1] == 'x' || at[1] == 'X');
    const char *digits = at += hex ? 2 : 1;
    for (; at < end && (hex ? Py_ISXDIGIT(*at) : Py_ISDIGIT(*at)); at++) {
        const uint32_t digit = (uint32_t)(Py_ISDIGIT(*at) ? *at - '0' : Py_TOLOWER(*at) - 'a' + 10);
        number = number > 0x10FFFF ? number : number * (hex ? 16 : 10) + digit;
    }
    if (at == digits)
        return NULL;
    if (!number || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000))
        number = 0xFFFD;
    else if (number >= 0x80 && number < 0xA0)
        number = windows[number - 0x80];
    *out = write_character(*out, number);
    return at < end && *at == ';' ? at + 1 : at;
}

/* The text of an entity, a borrowed str; NULL where there is none of this name. */
static PyObject *entity(const char *name, size_t length)
{
    PyObject *key = PyUnicode_FromStringAndSize(name, (Py_ssize_t)length);
    PyObject *text = key ? PyDict_GetItemWithError(names.entities, key) : NULL;
    Py_XDECREF(key);
    return text;
}

/* Reads an entity by its name, the longest that there is; returns the place behind it, NULL where it is none. */
static const char *named_entity(const char *at, const char *end, bool attribute, char **out)
{
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        if ((size_t)(end - at) >= usual[i].length && *at == *usual[i].name && !memcmp(at, usual[i].name, usual[i].length)) {
            memcpy(*out, usual[i].text, usual[i].wide);
            *out += usual[i].wide;
            return at + usual[i].length;
        }
    }
    size_t length = 0;
    while (length < LONGEST_ENTITY && at + length < end && Py_ISALNUM(at[length]))
        length++;
    if (length && at + length < end && at[length] == ';')
        length++;
    for (; length > 1; length--) {
        PyObject *text = entity(at, length);
        if (!text)
            continue;
        const char *behind = at + length;
        if (attribute && behind[-1] != ';' && behind < end && (*behind == '=' || Py_ISALNUM(*behind)))
            return NULL;
        Py_ssize_t wide;
        const char *data = PyUnicode_AsUTF8AndSize(text, &wide);
        memcpy(*out, data, (size_t)wide);
        *out += wide;
        return behind;
    }
    return NULL;
}

/* The next "&" or carriage return, else the end. */
static const char *next_mark(const char *at, const char *end)
{
    for (; at < end; at += 8) {
        const Eight eight = eight_at(at, end), marks = equal_to(eight, '&') | equal_to(eight, '\r');
        if (marks)
            return at + first_of(marks);
    }
    return end;
}

bool plain_text(Arena *arena, Str text, int where, Str *result)
{
    *result = text;
    if (where == IN_SCRIPT && !memchr(text.data, '\r', text.length))
        return true;
    const char *at = text.data, *end = at + text.length, *mark = next_mark(at, end);
    if (mark == end)
        return true;
    /* "&nGt;" and its like are two characters: five bytes become six. */
    char *data = take(arena, 2 * text.length + 8), *out = data;
    if (!data)
        return false;
    for (; at < end; mark = next_mark(at, end)) {
        const char *behind = NULL;
        memcpy(out, at, (size_t)(mark - at));
        out += mark - at;
        at = mark;
        if (at == end)
            break;
        if (*at == '&' && end - at > 1 && where != IN_SCRIPT)
            behind = at[1] == '#' ? numeric(at + 1, end, &out) : named_entity(at + 1, end, where == IN_VALUE, &out);
        if (behind) {
            at = behind;
        } else if (*at == '\r') {
            at += end - at > 1 && at[1] == '\n' ? 2 : 1;
            *out++ = '\n';
        } else {
            *out++ = *at++;
        }
    }
    arena->at = data + (((size_t)(out - data) + 15) & ~(size_t)15);
    *result = (Str){data, (size_t)(out - data)};
    return !PyErr_Occurred();
}

static bool is_blank_byte(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static const char *behind_blanks(const char *at, const char *end)
{
    while (at < end && is_blank_byte(*at))
        at++;
    return at;
}

/* Reads the next attribute of a tag; NULL where there is none more, and then `at` is left at the tag's end. */
static const char *next_attribute(const char **at, const char *end, Str *name, Str *value, bool *has_value)
{
    const char *place = behind_blanks(*at, end);
    while (place < end && *place == '/')
        place = behind_blanks(place + 1, end);
    *at = place;
    if (place >= end || *place == '>')
        return NULL;
    const char *begin = place++;
    while (place < end && !is_blank_byte(*place) && *place != '/' && *place != '>' && *place != '=')
        place++;
    *name = (Str){begin, (size_t)(place - begin)};
    const char *joint = behind_blanks(place, end);
    *has_value = joint < end && *joint == '=';
    if (!*has_value) {
        *at = place;
        return place;
    }
    place = behind_blanks(joint + 1, end);
    if (place < end && (*place == '"' || *place == '\'')) {
        const char *closed = memchr(place + 1, *place, (size_t)(end - place - 1));
        if (!closed) {
            *at = end;
            return NULL;
        }
        *value = (Str){place + 1, (size_t)(closed - place - 1)};
        place = closed + 1;
    } else {
        begin = place;
        while (place < end && !is_blank_byte(*place) && *place != '>')
            place++;
        *value = (Str){begin, (size_t)(place - begin)};
        /* Lexbor's reading of "src=>". */
        *has_value = place > begin;
    }
    *at = place;
    return place;
}

/* Passes the attributes that are written as most are: a blank, a name, "=" and a quoted value; stops at anything else. */
static const char *behind_usual(const char *at, const char *end)
{
    while (end - at > 8 && *at == ' ') {
        const char *place = at + 1;
        /* No byte below "-" and none of these is a part of such a name. */
        Eight eight, stops;
        while (!(eight = eight_at(place, end), stops = less_than(eight, '-') | equal_to(eight, '/') | equal_to(eight, '>') | equal_to(eight, '=')))
            place += 8;
        place += first_of(stops);
        if (end - place < 3 || place == at + 1 || place[0] != '=' || (place[1] != '"' && place[1] != '\''))
            return at;
        const char *closed = memchr(place + 2, place[1], (size_t)(end - place - 2));
        if (!closed)
            return at;
        at = closed + 1;
    }
    return at;
}

const char *end_of_tag(const char *at, const char *end, bool *itself)
{
    Str name, value;
    bool has_value;
    const char *before;
    at = behind_usual(at, end);
    if (at < end && *at == '>') {
        *itself = false;
        return at;
    }
    do
        before = at;
    while (next_attribute(&at, end, &name, &value, &has_value));
    if (at >= end)
        return NULL;
    /* The stroke is none of the last attribute's. */
    *itself = at > before && at[-1] == '/';
    return at;
}

static bool is_word(Str text, const char *word)
{
    return text.length == strlen(word) && same_letters(text.data, word, text.length);
}

bool says_of_itself(const char *attributes, const char *end, const char *name, const char *value)
{
    Str found, said;
    bool has_value;
    while (next_attribute(&attributes, end, &found, &said, &has_value))
        if (is_word(found, name))
            return has_value && is_word(said, value);
    return false;
}

/* The number of an attribute that readers ask for; 0 for others, and the name of one that has no number. */
static uintptr_t asked_for(Arena *arena, Str name)
{
    const Eight begin = in_lower_case(eight_at(name.data, name.data + name.length), name.length);
    for (size_t i = 0; i < names.asked_count; i++) {
        const Str known = names.asked[i].name;
        if (begin != names.asked[i].begin || known.length != name.length || !same_letters(known.data, name.data, name.length))
            continue;
        if (names.asked[i].number)
            return names.asked[i].number;
        Entry *entry = take(arena, sizeof *entry);
        if (!entry)
            return 0;
        entry->length = name.length;
        if (name.length > 16)
            entry->text.far = known.data;
        else
            memcpy(entry->text.near, known.data, name.length);
        return (uintptr_t)entry;
    }
    return 0;
}

static bool has_attribute(const Element *element, uintptr_t name, Str written)
{
    for (const Attribute *a = element->first_attribute; a; a = a->next) {
        if (a->node.name == name)
            return true;
        if (a->node.name >= NUMBERED && name >= NUMBERED) {
            const Entry *one = (const Entry *)a->node.name;
            const char *text = one->length > 16 ? one->text.far : one->text.near;
            if (one->length == written.length && same_letters(text, written.data, written.length))
                return true;
        }
    }
    return false;
}

void read_attributes(Node *node)
{
    Element *element = (Element *)node;
    Document *document = node->document;
    const char *at = node->user, *end = document->node.user;
    Attribute **last = &element->first_attribute;
    Str name, value;
    bool has_value;
    node->user = NULL;
    while (next_attribute(&at, end, &name, &value, &has_value)) {
        const uintptr_t number = asked_for(&document->arena, name);
        if (!number || has_attribute(element, number, name))
            continue;
        Attribute *made = take(&document->arena, sizeof *made);
        Str *text = has_value ? take(&document->arena, sizeof *text) : NULL;
        if (!made || (has_value && (!text || !plain_text(&document->arena, value, IN_VALUE, text)))) {
            PyErr_Clear();
            return;
        }
        made->node.name = number;
        made->node.type = ATTRIBUTE;
        made->qualified_name = 0;
        made->value = text;
        made->owner = node;
        made->next = NULL;
        *last = made;
        last = &made->next;
    }
}
