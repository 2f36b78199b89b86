/* Text on its way to a line: UTF-8 in, white space folded, a str out. */
#ifndef NEWSPARSE_TEXT_H
#define NEWSPARSE_TEXT_H

#include "tree.h"

#if defined(__GNUC__)
#pragma GCC visibility push(hidden)
#endif

typedef struct {
    char *data;
    size_t length, room;
} Buffer;

/* Appends; false when memory is out. */
bool put(Buffer *buffer, const char *data, size_t length);

/* Appends the text of all text nodes below. */
bool put_text_of(Buffer *buffer, const Node *node);

/* Length of the white space at the place (as str.isspace means it), 0 where there is none. */
static inline size_t space_at(const char *at, const char *end)
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

bool is_space(const char *data, size_t length);

/* Space, tab, line feed, form feed and carriage return alone: what stands between two tags. */
bool is_blank(const char *data, size_t length);

/* Characters, not bytes. */
size_t characters(const char *data, size_t length);

/* Characters without the white space at both ends. */
size_t stripped(const char *data, size_t length);

/*
 * White space folded and none at the ends, nor zero-width marks there: flatten.fold.
 * Written over the data itself, which is never made longer; returns where it begins.
 */
Str fold(char *data, size_t length);

/* The same of text that must not be changed; `scratch` holds the result where it differs. False when memory is out. */
bool folded(Buffer *scratch, const char *data, size_t length, Str *result);

/* Appends text folded as if it stood in one with what is there; `gap`: that ended with white space. False when memory is out. */
bool put_folded(Buffer *buffer, const char *data, size_t length, bool *gap);

/* A folded text without the zero-width marks at its ends. */
Str without_ends(const Buffer *folded);

PyObject *unicode(const char *data, size_t length);

/* Adds the link of an anchor to a list, unless it has no text; the buffer is scratch. False with an error set. */
bool add_link(PyObject *found, const Node *anchor, Buffer *scratch);

/* The same for all anchors of an element, itself included. */
bool add_links_below(PyObject *found, const Node *top, Buffer *scratch);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif

#endif
