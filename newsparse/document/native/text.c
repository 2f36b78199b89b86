#include "text.h"

void *grown(void *items, size_t *room, size_t needed, size_t size)
{
    if (items && needed <= *room)
        return items;
    const size_t more = 2 * needed + 64;
    void *moved = PyMem_Realloc(items, more * size);
    if (moved)
        *room = more;
    else
        PyErr_NoMemory();
    return moved;
}

static bool reserve(Buffer *buffer, size_t length)
{
    char *data = grown(buffer->data, &buffer->room, length, 1);
    if (data)
        buffer->data = data;
    return data != NULL;
}

bool put(Buffer *buffer, const char *data, size_t length)
{
    if (!reserve(buffer, buffer->length + length))
        return false;
    memcpy(buffer->data + buffer->length, data, length);
    buffer->length += length;
    return true;
}

bool put_text_of(Buffer *buffer, const Node *node)
{
    for (const Node *at = node->first_child ? node->first_child : NULL; at; at = following(at, node)) {
        const TextNode *text = (const TextNode *)at;
        if (at->type == TEXT && text->data.data && !put(buffer, text->data.data, text->data.length))
            return false;
    }
    return true;
}

size_t space_at(const char *at, const char *end)
{
    const unsigned char *c = (const unsigned char *)at;
    if (*c < 0x80)
        return *c == ' ' || (*c >= 9 && *c <= 13) || (*c >= 28 && *c <= 31);
    if (*c == 0xC2)
        return end - at > 1 && (c[1] == 0x85 || c[1] == 0xA0) ? 2 : 0;
    if (*c < 0xE1 || *c > 0xE3 || end - at < 3)
        return 0;
    if (*c == 0xE3)
        return c[1] == 0x80 && c[2] == 0x80 ? 3 : 0;
    if (*c == 0xE1)
        return c[1] == 0x9A && c[2] == 0x80 ? 3 : 0;
    if (c[1] == 0x80)
        return c[2] <= 0x8A || c[2] == 0xA8 || c[2] == 0xA9 || c[2] == 0xAF ? 3 : 0;
    return c[1] == 0x81 && c[2] == 0x9F ? 3 : 0;
}

bool is_space(const char *data, size_t length)
{
    const char *end = data + length;
    if (!length)
        return false;
    while (data < end) {
        size_t wide = space_at(data, end);
        if (!wide)
            return false;
        data += wide;
    }
    return true;
}

bool is_blank(const char *data, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (data[i] != ' ' && data[i] != '\t' && data[i] != '\n' && data[i] != '\f' && data[i] != '\r')
            return false;
    return true;
}

size_t characters(const char *data, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)data[i] & 0xC0) != 0x80;
    return count;
}

/* The last character's first byte. */
static const char *before(const char *begin, const char *at)
{
    do
        at--;
    while (at > begin && ((unsigned char)*at & 0xC0) == 0x80);
    return at;
}

size_t stripped(const char *data, size_t length)
{
    const char *end = data + length;
    size_t wide;
    while (data < end && (wide = space_at(data, end)))
        data += wide;
    while (data < end) {
        const char *last = before(data, end);
        if (!space_at(last, end))
            break;
        end = last;
    }
    return characters(data, (size_t)(end - data));
}

/* Zero-width marks, which some editors leave at the ends of a line. */
static size_t mark_at(const char *at, const char *end)
{
    const unsigned char *c = (const unsigned char *)at;
    if (*c == 0xC2)
        return end - at > 1 && c[1] == 0xAD ? 2 : 0;
    if (end - at < 3)
        return 0;
    if (*c == 0xE2)
        return c[1] == 0x80 && c[2] >= 0x8B && c[2] <= 0x8D ? 3 : 0;
    return *c == 0xEF && c[1] == 0xBB && c[2] == 0xBF ? 3 : 0;
}

/* In folded text the only white space is the blank. */
static Str without_marks(const char *begin, const char *end)
{
    size_t wide;
    while (begin < end && (wide = *begin == ' ' ? 1 : mark_at(begin, end)))
        begin += wide;
    while (begin < end) {
        const char *last = before(begin, end);
        if (*last != ' ' && !mark_at(last, end))
            break;
        end = last;
    }
    return (Str){begin, (size_t)(end - begin)};
}

/* Bytes that white space may begin with: control characters, the blank, and the first bytes of what space_at knows. */
static bool may_be_space(char byte)
{
    static const bool may_be[256] = {
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, [0xC2] = 1, [0xE1] = 1, [0xE2] = 1, [0xE3] = 1,
    };
    return may_be[(unsigned char)byte];
}

/* Writes the folded text to `to`, which may be where it stands; returns its length. */
static size_t fold_to(char *to, const char *from, const char *end)
{
    char *out = to;
    bool gap = false;
    while (from < end) {
        const size_t wide = may_be_space(*from) ? space_at(from, end) : 0;
        if (wide) {
            from += wide;
            gap = out > to;
            continue;
        }
        if (gap)
            *out++ = ' ';
        gap = false;
        do
            *out++ = *from++;
        while (from < end && !may_be_space(*from));
    }
    return (size_t)(out - to);
}

static Str ends(const char *data, size_t length)
{
    const char *end = data + length;
    if (length && (mark_at(data, end) || mark_at(before(data, end), end)))
        return without_marks(data, end);
    return (Str){data, length};
}

Str fold(char *data, size_t length)
{
    return ends(data, fold_to(data, data, data + length));
}

bool folded(Buffer *scratch, const char *data, size_t length, Str *result)
{
    scratch->length = 0;
    if (!reserve(scratch, length))
        return false;
    *result = ends(scratch->data, fold_to(scratch->data, data, data + length));
    return true;
}

PyObject *unicode(const char *data, size_t length)
{
    if (!length) {
        Py_INCREF(names.none);
        return names.none;
    }
    return PyUnicode_DecodeUTF8(data, (Py_ssize_t)length, "replace");
}
