/*
 * The tree that selectolax's Lexbor built, read in place.
 *
 * selectolax tells the address of every node (LexborNode.mem_id) and keeps the tree alive; the
 * structures below are those of Lexbor 2 and 3, of which only the parts are named that are read.
 * Nothing here is linked against Lexbor, so nothing but this file knows the layout; before it is
 * relied on, document/native.py compares it with what selectolax itself says of a small page.
 */
#ifndef NEWSPARSE_TREE_H
#define NEWSPARSE_TREE_H

#include "bytes.h"

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* What the files of this extension share is nobody else's business. */
#if defined(__GNUC__)
#pragma GCC visibility push(hidden)
#endif

typedef struct node Node;

struct node {
    void *events;
    uintptr_t name; /* of an element its tag, of an attribute its name: a small number, or the address of an Entry */
    uintptr_t prefix;
    uintptr_t ns;
    void *document;
    Node *next;
    Node *prev;
    Node *parent;
    Node *first_child;
    Node *last_child;
    void *user;
    int type;
};

typedef struct {
    const char *data;
    size_t length;
} Str;

typedef struct {
    Node node;
    Str data;
} TextNode;

typedef struct attribute {
    Node node;
    uintptr_t upper_name;
    uintptr_t qualified_name; /* what it is called where that is not the node's name: xlink:href, in a drawing; else 0 */
    const Str *value;
    Node *owner;
    struct attribute *next;
    struct attribute *prev;
} Attribute;

typedef struct {
    Node node;
    uintptr_t upper_name;
    uintptr_t qualified_name;
    const Str *is_value;
    Attribute *first_attribute;
} Element;

/* A name that Lexbor does not know by number. */
typedef struct {
    union {
        const char *far;
        char near[17];
    } text;
    size_t length;
} Entry;

enum { ELEMENT = 1, ATTRIBUTE = 2, TEXT = 3, COMMENT = 8 };

/* Names with a number below this are Lexbor's own; an address is never that small. */
#define NUMBERED 1024

/* The attributes that any reader asks for; their order is that of native.py. */
enum { A_CLASS, A_ID, A_STYLE, A_HIDDEN, A_ALIGN, A_HREF, A_OTHERS };

/* What native.py says about names when the module is set up. */
typedef struct {
    PyObject *tags[NUMBERED];            /* names of elements, NULL where unknown */
    unsigned char flat[NUMBERED];        /* what flatten.py calls the tag */
    unsigned char lined[NUMBERED];       /* what lines.py calls it */
    unsigned char paragraphs[NUMBERED];  /* 1: the tag is one paragraph; 3: and a heading; 5: and says what a picture shows; 8: it is a list */
    int flat_other, lined_other;         /* what they call a tag without a number */
    PyObject *attributes[NUMBERED];      /* names of attributes that are asked for */
    uintptr_t numbers[A_OTHERS];         /* their numbers, of those that the walks themselves ask for; 0: none */
    uintptr_t anchor;                    /* the number of <a> */
    PyObject *unnumbered;                /* tuple of the names asked for that have no number */
    uintptr_t text_number, comment_number; /* what Lexbor calls the nodes that are no elements */
    struct {
        Str name;
        Eight begin;      /* of the name */
        uintptr_t number; /* 0 where Lexbor has none */
    } asked[32];                         /* the attributes that are asked for */
    size_t asked_count;
    PyObject *entities;                  /* dict of their texts by name */
    PyObject *block, *line, *link;       /* the named tuples */
    PyObject *table, *pictured, *played; /* flatten.py: tables and pictures are rare and stay in Python */
    PyObject *text, *image, *video, *media, *list, *empty, *none; /* words, the empty tuple */
} Names;

extern Names names;

/* Reads the attributes of an element of ours, which are left alone until somebody asks for one. */
void read_attributes(Node *node);

static inline const Attribute *first_attribute(const Node *node)
{
    /* Lexbor leaves `user` to its users; selectolax does not use it. */
    if (node->user)
        read_attributes((Node *)node);
    return ((const Element *)node)->first_attribute;
}

/* A text of ours that is known to be blank says so; of others nothing is known. */
static inline bool is_known_blank(const TextNode *text)
{
    return text->node.user != NULL;
}

/* The value of an attribute that is written without one. */
extern const Str nothing;

/* The code of a tag in each of the two walks. */
static inline int flat(const Node *node)
{
    return node->name < NUMBERED ? names.flat[node->name] : names.flat_other;
}

static inline int lined(const Node *node)
{
    return node->name < NUMBERED ? names.lined[node->name] : names.lined_other;
}

static inline bool is_paragraph(const Node *node)
{
    return node->name < NUMBERED && names.paragraphs[node->name] & 1;
}

static inline bool is_list(const Node *node)
{
    return node->name < NUMBERED && names.paragraphs[node->name] & 8;
}

static inline bool is_caption(const Node *node)
{
    return node->name < NUMBERED && names.paragraphs[node->name] & 4;
}

static inline bool is_heading(const Node *node)
{
    return node->name < NUMBERED && names.paragraphs[node->name] & 2;
}

/* Whether two texts of one length have the same letters, in any case: those of ASCII, whatever the locale says of others. */
static inline bool same_letters(const char *one, const char *other, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (one[i] != other[i] && Py_TOLOWER(one[i]) != Py_TOLOWER(other[i]))
            return false;
    return true;
}

/* Lower-case name of an element, a new reference; empty where it has a number and walks.py does not know it. */
PyObject *tag_of(const Node *node);

/* The value of an attribute, NULL where the element lacks it; one without a value gives an empty one. */
const Str *attribute(const Node *node, int which);

/* The same by number, or by name where Lexbor has no number for it; `local`: as queries know it, for which xlink:href is href. */
const Str *attribute_of(const Node *node, uintptr_t number, Str name, bool local);

/* Whether a part stands in a text. */
bool holds(const Str *text, Str part);

/* Whether an element's own attributes say that it is not displayed. */
bool hides(const Node *node);

/* class and id, joined by a blank. */
PyObject *named(const Node *node);

/* Whether the element's lines are centred; `around`: whether those around it are; `middle`: align=middle counts. */
bool centred_by(const Node *node, bool around, bool middle);

/* The link of an anchor with this text. */
PyObject *new_link(Str text, const Node *anchor);

/* The links of anchors, those without text left out: a list. */
PyObject *links_of(const Node *const *anchors, size_t count);

/* A block; takes over text, tag, name, url, alt and links, of which NULL means that they could not be made. */
PyObject *new_block(PyObject *kind, PyObject *text, PyObject *tag, PyObject *name, bool bold, bool centred, size_t linked,
                    PyObject *url, PyObject *alt, PyObject *links, bool broken, PyObject *mark, long long signs);

/* The attributes that readers ask for, as a dict. */
PyObject *attributes_of(const Node *node);

/* An array with room for so many items, moved where it must be; NULL when memory is out, and then it is still the old one. */
void *grow(void *items, size_t *room, size_t needed, size_t size);

static inline void *grown(void *items, size_t *room, size_t needed, size_t size)
{
    return items && needed <= *room ? items : grow(items, room, needed, size);
}

typedef struct {
    const Node **items;
    size_t count, room;
} Nodes;

/* Appends; false when memory is out. */
static inline bool append_node(Nodes *nodes, const Node *node)
{
    const Node **items = grown(nodes->items, &nodes->room, nodes->count + 1, sizeof *items);
    if (!items)
        return false;
    nodes->items = items;
    nodes->items[nodes->count++] = node;
    return true;
}

/* The next node of a walk through everything below root in document order, NULL at the end. */
static inline const Node *following(const Node *node, const Node *root)
{
    if (node->first_child)
        return node->first_child;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

/* Whether the page is read as browsers read old ones: class and id names then match in any case. */
static inline bool is_quirky(const Node *node)
{
    return *(const int *)((const char *)node->document + sizeof(Node)) == 1;
}

/* A node for Python: keeps the tree alive. */
PyObject *handle(const Node *node, PyObject *owner);
/* A node of either sort (ours or selectolax's): its address and what keeps it alive. */
const Node *address(PyObject *node, PyObject **owner);

int add_handles(PyObject *module);
int add_sheets(PyObject *module);
int add_elements(PyObject *module);
int add_queries(PyObject *module);

PyObject *native_attribute(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_flatten(PyObject *self, PyObject *const *args, Py_ssize_t count);
PyObject *native_line(PyObject *self, PyObject *node);
PyObject *native_anchored(PyObject *self, PyObject *anchors);
PyObject *native_links(PyObject *self, PyObject *node);
PyObject *native_names(PyObject *self, PyObject *node);
PyObject *native_walk(PyObject *self, PyObject *const *args, Py_ssize_t count);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif

#endif
