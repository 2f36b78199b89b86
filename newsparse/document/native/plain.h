/*
 * Pages that are built as they should be, read into a tree like Lexbor's without Lexbor: document/plain.py says why.
 * Whatever leaves a doubt about what a browser would make of a page ends the reading, and Lexbor reads it.
 */
#ifndef NEWSPARSE_PLAIN_H
#define NEWSPARSE_PLAIN_H

#include "bytes.h"
#include "text.h"

#if defined(__GNUC__)
#pragma GCC visibility push(hidden)
#endif

/* What the rules of parsing want to know of a tag. */
enum {
    T_SPECIAL = 1,        /* ends the search for what an end tag may close */
    T_FORMAT = 2,         /* b, font, a …: goes on where the block that it is in ends, which is not read here */
    T_CLOSES_P = 4,       /* cannot stand in a paragraph */
    T_VOID = 8,           /* has no inside */
    T_RAW = 16,           /* its inside is no markup */
    T_TEXT = 32,          /* nor is this one's, but for entities */
    T_HEADING = 64,
    T_SCOPE = 128,        /* what is inside does not close what is outside */
    T_IMPLIED = 256,      /* is closed where what it is in is closed */
    T_TABLE = 512,        /* a part of a table */
    T_DOUBT = 1024,       /* has rules of its own */
    T_HEAD = 2048,        /* may stand in the head */
    T_ITEM = 4096,        /* li, dd, dt: is closed by the next */
    T_MODERN = 8192,      /* svg: has other rules inside */
    T_CHOICE = 16384,     /* what a select holds */
    T_CHOOSING = 1 << 15, /* the select itself */
    T_CELL = 1 << 16,     /* the parts of a table that words may stand in */
    T_OWN = 1 << 17,      /* is asked for by name where it begins */
    T_RULED = T_DOUBT | T_CHOICE | T_MODERN | T_RAW | T_TEXT | T_TABLE | T_OWN
};

typedef struct {
    const char *name;
    uintptr_t number; /* Lexbor's */
    int traits;
    Eight word; /* the name, where it fits */
} Tag;

/* Reads the name of a tag, and says what is known of it; NULL for one that is not known. Both cases are the same name. */
const Tag *tag_at(const char *at, const char *end, Str *name);

/* Those that have rules of their own. */
typedef struct {
    const Tag *a, *address, *body, *br, *button, *dd, *div, *dt, *form, *head, *html, *image, *input, *li, *noscript, *ol, *optgroup, *option, *p, *script, *select, *style, *table, *tbody, *td, *textarea, *th, *title, *tr, *ul;
} Tags;

extern Tags t;

/* Fills the table of tags, once the names' numbers are known. */
void learn_tags(void);

/* Memory that is given back all at once. */
typedef struct piece Piece;
typedef struct {
    Piece *pieces;
    char *at, *end;
} Arena;

/* Takes so much from a piece of its own, or a new one. */
void *take_piece(Arena *arena, size_t size);

/* NULL when memory is out. */
static inline void *take(Arena *arena, size_t size)
{
    size = (size + 15) & ~(size_t)15;
    if ((size_t)(arena->end - arena->at) < size)
        return take_piece(arena, size);
    void *taken = arena->at;
    arena->at += size;
    return taken;
}

void give_back(Arena *arena);

/* What an element's document is: what tree.h reads of Lexbor's, and ours. */
typedef struct {
    Node node;
    int compatibility;
    Arena arena;
} Document;

/* Where a text stands: among tags, in an attribute's value, in a script. */
enum { AMONG_TAGS, IN_VALUE, IN_SCRIPT };

/* What is known of a text once its end is found. */
typedef struct {
    bool marked; /* it may hold what plain_text changes */
    bool blank;
} Look;

/* The first "<" from a place on, else the end. */
static inline const char *end_of_text(const char *at, const char *end, Look *look)
{
    Eight marks = 0, eight, less;
    for (;; at += 8) {
        eight = eight_at(at, end);
        less = equal_to(eight, '<');
        if (less || end - at < 8)
            break;
        marks |= equal_to(eight, '&') | equal_to(eight, '\r');
        look->blank = look->blank && all_blank(eight);
    }
    const int length = less ? first_of(less) : (int)(end - at);
    const Eight inside = inside_of((size_t)length);
    marks |= (equal_to(eight, '&') | equal_to(eight, '\r')) & inside;
    look->blank = look->blank && all_blank((eight & inside) | (EACH(' ') & ~inside));
    look->marked = look->marked || marks;
    return at + length;
}

/* Text as a tree holds it: entities decoded, line ends made one. Taken from the arena where it is not what stands there. */
bool plain_text(Arena *arena, Str text, int where, Str *result);

/* What a name ends before. */
static inline bool ends_name(char c)
{
    return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* Where a tag ends whose name ends here: at its ">", NULL where it does not end; `itself`: it is written as closed, too. */
const char *end_of_tag(const char *at, const char *end, bool *itself);

/* Whether a word stands anywhere, in any case. */
bool holds_word(const char *at, const char *end, const char *word);

/* Where the inside of an element of this name ends that is no markup, at its end tag; NULL where it does not. */
const char *end_of_raw(const char *at, const char *end, const Tag *tag, Str name);

/* Whether the first attribute of this name has this value, in any case. */
bool says_of_itself(const char *attributes, const char *end, const char *name, const char *value);

/* The page's body; NULL where the page is not plain, or after an error. */
Node *plain_body(Document *document, Str page);

int add_plain(PyObject *module);
PyObject *native_plain(PyObject *self, PyObject *page);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif

#endif
