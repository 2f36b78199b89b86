#include "bytes.h"
#include "text.h"

void *grow(void *items, size_t *room, size_t needed, size_t size)
{
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
    const char *end = data + length;
    for (; end - data >= 8; data += 8)
        if (!all_blank(eight_at(data, end)))
            return false;
    return data == end || all_blank(eight_at(data, end) | EACH(' ') << 8 * (end - data));
}

size_t characters(const char *data, size_t length)
{
    const char *end = data + length;
    size_t inside = 0;
    for (; data < end; data += 8) {
        const Eight eight = eight_at(data, end);
        /* The bytes that go on with a character. */
        inside += (size_t)((((eight >> 7) & ~(eight >> 6) & EACH(1)) * EACH(1)) >> 56);
    }
    return length - inside;
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

/* The next place that white space may begin at: a control character, a blank, or a first byte of what space_at knows. */
static const char *maybe_space(const char *at, const char *end)
{
    for (; at < end; at += 8) {
        const Eight eight = eight_at(at, end);
        const Eight marks = less_than(eight, 0x21) | equal_to(eight & EACH(0xFC), 0xE0) | equal_to(eight, 0xC2);
        if (marks)
            return at + first_of(marks) < end ? at + first_of(marks) : end;
    }
    return end;
}

/* Where the next white space begins, and how wide its first character is; the end where there is none. */
static const char *next_space(const char *at, const char *end, size_t *wide)
{
    while ((at = maybe_space(at, end)) < end) {
        if ((*wide = space_at(at, end)))
            return at;
        /* No white space begins in the middle of a character. */
        at++;
    }
    return end;
}

static const char *behind_space(const char *at, const char *end)
{
    size_t wide;
    for (; at < end; at += wide) {
        while (at < end && (*at == ' ' || (*at >= '\t' && *at <= '\r')))
            at++;
        if (at == end || !(wide = space_at(at, end)))
            break;
    }
    return at;
}

/* Writes the folded text to `to`, which may be where it stands, behind `gap`: that white space stood before it. Returns the end. */
static char *fold_to(char *to, const char *from, const char *end, bool *gap, bool first)
{
    char *out = to;
    size_t wide;
    while (from < end) {
        const char *words = behind_space(from, end);
        *gap = *gap || words > from;
        if (words == end)
            break;
        if (*gap && !(first && out == to))
            *out++ = ' ';
        *gap = false;
        from = next_space(words, end, &wide);
        if (out != words)
            memmove(out, words, (size_t)(from - words));
        out += from - words;
    }
    return out;
}

/* Takes the marks off a folded text; hardly any has them. */
static Str ends(const char *data, size_t length)
{
    const char *end = data + length;
    if (length && (mark_at(data, end) || mark_at(before(data, end), end)))
        return without_marks(data, end);
    return (Str){data, length};
}

Str fold(char *data, size_t length)
{
    bool gap = false;
    return ends(data, (size_t)(fold_to(data, data, data + length, &gap, true) - data));
}

bool put_folded(Buffer *buffer, const char *data, size_t length, bool *gap)
{
    if (!reserve(buffer, buffer->length + length + 1))
        return false;
    char *to = buffer->data + buffer->length;
    buffer->length += (size_t)(fold_to(to, data, data + length, gap, !buffer->length) - to);
    return true;
}

Str without_ends(const Buffer *folded)
{
    return ends(folded->data, folded->length);
}

bool folded(Buffer *scratch, const char *data, size_t length, Str *result)
{
    const char *end = data + length, *begin = behind_space(data, end), *at = begin, *space, *behind;
    size_t wide;
    /* As long as words are parted by one blank the text is folded already. */
    for (;; at = behind) {
        space = next_space(at, end, &wide);
        behind = behind_space(space, end);
        if (behind == end) {
            *result = ends(begin, (size_t)(space - begin));
            return true;
        }
        if (*space != ' ' || behind != space + 1)
            break;
    }
    bool gap = false;
    scratch->length = 0;
    if (!reserve(scratch, (size_t)(end - begin)))
        return false;
    char *to = scratch->data + (space - begin);
    memcpy(scratch->data, begin, (size_t)(space - begin));
    to = fold_to(to, space, end, &gap, false);
    *result = ends(scratch->data, (size_t)(to - scratch->data));
    return true;
}

/* Whether a byte goes on with a character. */
static inline bool goes_on(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Writes so many characters of one to three bytes; false where there are others, or none that takes two bytes in a str. */
static bool write_wide(Py_UCS2 *out, size_t count, const unsigned char *at, const unsigned char *end)
{
    const Py_UCS2 *last = out + count;
    bool wide = false;
    while (at < end && out < last) {
        if (*at < 0x80) {
            *out++ = *at++;
        } else if ((*at & 0xF0) == 0xE0 && end - at > 2 && goes_on(at[1]) && goes_on(at[2])) {
            const Py_UCS2 character = (Py_UCS2)((*at & 0x0F) << 12 | (at[1] & 0x3F) << 6 | (at[2] & 0x3F));
            if (character < 0x800 || (character & 0xF800) == 0xD800)
                return false;
            wide = true;
            *out++ = character;
            at += 3;
        } else if (*at >= 0xC2 && *at < 0xE0 && end - at > 1 && goes_on(at[1])) {
            *out++ = (Py_UCS2)((*at & 0x1F) << 6 | (at[1] & 0x3F));
            at += 2;
        } else {
            return false;
        }
    }
    return wide && at == end && out == last;
}

/* What a line has at most that is decoded here: Python does as well with longer text, but moves short ones about. */
enum { LONGEST_LINE = 1024 };

/* Chinese text, whose str has two bytes a character; NULL without an error where it is other text. */
static PyObject *chinese(const char *data, size_t length)
{
    const size_t count = length <= LONGEST_LINE ? characters(data, length) : length;
    PyObject *text = count < length ? PyUnicode_New((Py_ssize_t)count, 0xFFFF) : NULL;
    if (text && write_wide(PyUnicode_2BYTE_DATA(text), count, (const unsigned char *)data, (const unsigned char *)data + length))
        return text;
    Py_XDECREF(text);
    PyErr_Clear();
    return NULL;
}

PyObject *unicode(const char *data, size_t length)
{
    if (!length) {
        Py_INCREF(names.none);
        return names.none;
    }
    PyObject *text = chinese(data, length);
    if (text)
        return text;
    return PyUnicode_DecodeUTF8(data, (Py_ssize_t)length, "replace");
}
