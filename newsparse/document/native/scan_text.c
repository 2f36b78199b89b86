/* UTF-8: whether bytes are it, and GB 18030 and Big5 made it. */
#include "scan.h"

#include <stdint.h>

typedef unsigned char Byte;

enum { BATCH = 128 };

Py_ssize_t count(Bytes in, char byte)
{
    Py_ssize_t total = 0;
    const char *at = in.at;
    /* No batch overflows a byte, so that compilers can count in vectors of bytes. */
    for (; in.end - at >= BATCH; at += BATCH) {
        Byte found = 0;
        for (int i = 0; i < BATCH; i++)
            found = (Byte)(found + (at[i] == byte));
        total += found;
    }
    for (; at < in.end; at++)
        total += *at == byte;
    return total;
}

static uint64_t word_at(const Byte *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    return word;
}

/* The end of the ASCII that begins here. */
static const Byte *ascii(const Byte *at, const Byte *end)
{
    static const uint64_t high = UINT64_C(0x8080808080808080);
    while (end - at >= 32 && !((word_at(at) | word_at(at + 8) | word_at(at + 16) | word_at(at + 24)) & high))
        at += 32;
    for (; end - at >= 8; at += 8) {
        const uint64_t found = word_at(at) & high;
#if defined(__GNUC__) && PY_LITTLE_ENDIAN
        if (found)
            return at + __builtin_ctzll(found) / 8;
#else
        if (found)
            break;
#endif
    }
    while (at < end && *at < 0x80)
        at++;
    return at;
}

static bool continues(Byte byte)
{
    return (byte & 0xC0) == 0x80;
}

/* How many bytes the character beyond ASCII takes that begins here, 0 for none: no overlong form, no surrogate. */
static int character(const Byte *at, const Byte *end)
{
    const Py_ssize_t room = end - at;
    if (room < 2 || !continues(at[1]))
        return 0;
    if (at[0] < 0xE0)
        return at[0] >= 0xC2 ? 2 : 0;
    if (room < 3 || !continues(at[2]))
        return 0;
    if (at[0] < 0xF0)
        return (at[0] == 0xE0 && at[1] < 0xA0) || (at[0] == 0xED && at[1] >= 0xA0) ? 0 : 3;
    if (room < 4 || !continues(at[3]) || at[0] > 0xF4)
        return 0;
    return (at[0] == 0xF0 && at[1] < 0x90) || (at[0] == 0xF4 && at[1] >= 0x90) ? 0 : 4;
}

/* The end of the three-byte characters that begin here, Hanzi nearly all; of those with a rule for the second byte none. */
static const Byte *hanzi(const Byte *at, const Byte *end)
{
    while (end - at >= 3 && at[0] > 0xE0 && at[0] < 0xF0 && at[0] != 0xED && (((at[1] ^ 0x80) | (at[2] ^ 0x80)) & 0xC0) == 0)
        at += 3;
    return at;
}

const char *fault(Bytes in, Py_ssize_t *continuing)
{
    const Byte *at = (const Byte *)in.at, *end = (const Byte *)in.end;
    *continuing = 0;
    while ((at = ascii(at, end)) < end) {
        const Byte *behind = hanzi(at, end);
        *continuing += (behind - at) / 3 * 2;
        at = behind;
        if (at == end || *at < 0x80)
            continue;
        const int length = character(at, end);
        if (!length)
            return (const char *)at;
        *continuing += length - 1;
        at += length;
    }
    return NULL;
}

/* Two-byte codes */

/* What a code stands for in UTF-8: one or two characters; nothing where it is no code. */
typedef struct {
    Byte utf8[4], length;
} Code;

/* GB 18030 and Big5 share these bounds; what one of them leaves out has no entry. */
enum { LEAD = 0x81, LEADS = 0xFF - LEAD, TRAIL = 0x40, TRAILS = 0xFF - TRAIL, CODES = LEADS * TRAILS };

PyObject *table(Bytes lines)
{
    PyObject *made = PyBytes_FromStringAndSize(NULL, CODES * sizeof(Code));
    Code *code = made ? (Code *)PyBytes_AS_STRING(made) : NULL;
    int filled = 0;
    while (made && filled < CODES && lines.at < lines.end) {
        const char *feed = memchr(lines.at, '\n', (size_t)(lines.end - lines.at));
        const size_t length = feed ? (size_t)(feed - lines.at) : 0;
        if (!feed)
            break;
        memset(&code[filled], 0, sizeof(Code));
        if (length <= sizeof code->utf8) {
            memcpy(code[filled].utf8, lines.at, length);
            code[filled].length = (Byte)length;
        }
        lines.at = feed + 1;
        filled++;
    }
    if (made && (filled < CODES || lines.at < lines.end)) {
        PyErr_SetString(PyExc_ValueError, "a line for every code expected");
        Py_CLEAR(made);
    }
    return made;
}

/* The code that begins here, NULL where there is none. */
static const Code *code_at(const Byte *at, const Byte *end, const Code *codes)
{
    if (end - at < 2 || at[0] < LEAD || at[0] == 0xFF || at[1] < TRAIL || at[1] == 0xFF)
        return NULL;
    const Code *code = &codes[(at[0] - LEAD) * TRAILS + at[1] - TRAIL];
    return code->length ? code : NULL;
}

/* Writes the text; returns where it ends, NULL where something is no code. The room is twice that of the input. */
static Byte *write_utf8(const Byte *at, const Byte *end, const Code *codes, Byte *out)
{
    while (at < end) {
        const Byte *plain = ascii(at, end);
        memcpy(out, at, (size_t)(plain - at));
        out += plain - at;
        for (at = plain; at < end && *at >= 0x80; at += 2) {
            const Code *code = code_at(at, end, codes);
            if (!code)
                return NULL;
            /* All four bytes: the room is there, and what is too much is written over. */
            memcpy(out, code->utf8, sizeof code->utf8);
            out += code->length;
        }
    }
    return out;
}

PyObject *transcode(Bytes in, PyObject *table)
{
    if (!PyBytes_Check(table) || PyBytes_GET_SIZE(table) != CODES * sizeof(Code)) {
        PyErr_SetString(PyExc_TypeError, "a table of codes expected");
        return NULL;
    }
    const Byte *at = (const Byte *)in.at, *end = (const Byte *)in.end;
    PyObject *text = PyBytes_FromStringAndSize(NULL, 2 * (in.end - in.at));
    if (!text)
        return NULL;
    Byte *begin = (Byte *)PyBytes_AS_STRING(text);
    const Byte *behind = write_utf8(at, end, (const Code *)PyBytes_AS_STRING(table), begin);
    if (!behind) {
        Py_DECREF(text);
        Py_RETURN_NONE;
    }
    _PyBytes_Resize(&text, behind - begin);
    return text;
}
