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
size_t space_at(const char *at, const char *end);

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

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif

#endif
