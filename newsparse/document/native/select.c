/* CSS queries of the plain sort, compiled: tags, ids, classes, attributes and the four combinators. queries.py reads them. */
#include "elements.h"

enum { CLASS, ID, HAS, EQUALS, BEGINS, ENDS, HOLDS, WORD };

typedef struct {
    int kind;
    uintptr_t number; /* of the attribute, 0 where Lexbor has none for it */
    Str name, value;
} Test;

typedef struct {
    char combinator; /* what joins it to the one before: ' ', '>', '+', '~' */
    uintptr_t tag;   /* 0: any */
    Py_ssize_t first, count; /* its tests */
} Compound;

typedef struct {
    Py_ssize_t first, count; /* its compounds */
} Complex;

typedef struct {
    PyObject_HEAD
    PyObject *source; /* keeps the names and values */
    Complex *complexes;
    Compound *compounds;
    Test *tests;
    Py_ssize_t count;
} Query;

/* ---- Matching ---- */

static bool same(const char *one, const char *other, size_t length, bool any_case)
{
    return any_case ? same_letters(one, other, length) : !memcmp(one, other, length);
}

static bool has_word(const Str *text, const Str *word, bool any_case)
{
    const char *at = text->data, *end = at + text->length;
    while (at < end) {
        while (at < end && Py_ISSPACE(*at))
            at++;
        const char *begin = at;
        while (at < end && !Py_ISSPACE(*at))
            at++;
        if ((size_t)(at - begin) == word->length && word->length && same(begin, word->data, word->length, any_case))
            return true;
    }
    return false;
}

static bool passes(const Listed *listed, const Test *test, bool quirks)
{
    const Str *value = &test->value;
    if (test->kind == CLASS)
        return listed->class && has_word(listed->class, value, quirks);
    if (test->kind == ID)
        return listed->id && listed->id->length == value->length && same(listed->id->data, value->data, value->length, quirks);
    const Str *found = attribute_of(listed->node, test->number, test->name, true);
    if (!found || test->kind == HAS)
        return found != NULL;
    if (test->kind == EQUALS)
        return found->length == value->length && same(found->data, value->data, value->length, false);
    if (test->kind == WORD)
        return has_word(found, value, false);
    if (!value->length || found->length < value->length)
        return false;
    if (test->kind == BEGINS)
        return same(found->data, value->data, value->length, false);
    if (test->kind == ENDS)
        return same(found->data + found->length - value->length, value->data, value->length, false);
    return holds(found, *value);
}

/* The element right before one among those that lie in the same; -1 where it is the first. */
static Py_ssize_t element_before(const Elements *page, Py_ssize_t number)
{
    const Py_ssize_t around = page->row[number].around;
    if (number == 0 || number - 1 == around)
        return -1;
    Py_ssize_t before = number - 1;
    while (page->row[before].around != around)
        before = page->row[before].around;
    return before;
}

/* Whether the element is what the compounds up to this one describe; `before`: how many there are before it. */
static bool matches(const Query *query, const Elements *page, Py_ssize_t number, const Compound *compound, Py_ssize_t before)
{
    const Listed *listed = &page->row[number];
    if (compound->tag && listed->tag != compound->tag)
        return false;
    for (Py_ssize_t i = 0; i < compound->count; i++)
        if (!passes(listed, &query->tests[compound->first + i], page->quirks))
            return false;
    if (!before)
        return true;
    const char joint = compound->combinator;
    const bool up = joint == ' ' || joint == '>';
    do {
        number = up ? page->row[number].around : element_before(page, number);
        if (number >= 0 && matches(query, page, number, compound - 1, before - 1))
            return true;
    } while (number >= 0 && (joint == ' ' || joint == '~'));
    return false;
}

static bool matches_any(const Query *query, const Elements *page, Py_ssize_t number)
{
    for (Py_ssize_t i = 0; i < query->count; i++) {
        const Complex *complex = &query->complexes[i];
        if (matches(query, page, number, &query->compounds[complex->first + complex->count - 1], complex->count - 1))
            return true;
    }
    return false;
}

/* The number of the scope; 0 for None, -1 with an error set where it is none of the page's elements. */
static Py_ssize_t place_of(const Elements *page, PyObject *scope)
{
    PyObject *owner;
    const Node *node = scope == Py_None ? NULL : address(scope, &owner);
    if (scope == Py_None || PyErr_Occurred())
        return scope == Py_None ? 0 : -1;
    for (Py_ssize_t i = 0; i < page->count; i++)
        if (page->row[i].node == node)
            return i;
    PyErr_SetString(PyExc_ValueError, "the scope is no element of the page");
    return -1;
}

static PyObject *query_select(Query *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !Py_IS_TYPE(args[0], &ElementsType)) {
        PyErr_SetString(PyExc_TypeError, "select(elements, node or None, whether the first is enough)");
        return NULL;
    }
    const Elements *page = (const Elements *)args[0];
    const Py_ssize_t start = place_of(page, args[1]);
    const int first = start < 0 ? -1 : PyObject_IsTrue(args[2]);
    PyObject *found = first < 0 ? NULL : PyList_New(0);
    for (Py_ssize_t i = start; found && page->count && i < page->row[start].end; i++) {
        if (!matches_any(self, page, i))
            continue;
        PyObject *node = handle(page->row[i].node, page->owner);
        if (first) {
            Py_DECREF(found);
            return node;
        }
        if (!node || PyList_Append(found, node) < 0)
            Py_CLEAR(found);
        Py_XDECREF(node);
    }
    if (!first || !found)
        return found;
    Py_DECREF(found);
    Py_RETURN_NONE;
}

/* ---- Making a query of what queries.py read ---- */

static bool read_test(Test *test, PyObject *source)
{
    Py_ssize_t name, value;
    if (!PyArg_ParseTuple(source, "ins#s#", &test->kind, &test->number, &test->name.data, &name, &test->value.data, &value))
        return false;
    test->name.length = (size_t)name;
    test->value.length = (size_t)value;
    return true;
}

static bool read_compound(Query *self, Compound *compound, PyObject *source, Py_ssize_t *tests)
{
    PyObject *list;
    int combinator;
    if (!PyArg_ParseTuple(source, "CnO!", &combinator, &compound->tag, &PyTuple_Type, &list))
        return false;
    compound->combinator = (char)combinator;
    compound->first = *tests;
    compound->count = PyTuple_GET_SIZE(list);
    for (Py_ssize_t i = 0; i < compound->count; i++)
        if (!read_test(&self->tests[(*tests)++], PyTuple_GET_ITEM(list, i)))
            return false;
    return true;
}

static bool read_query(Query *self)
{
    Py_ssize_t compounds = 0, tests = 0;
    for (Py_ssize_t i = 0; i < self->count; i++) {
        PyObject *list = PyTuple_GET_ITEM(self->source, i);
        self->complexes[i] = (Complex){compounds, PyTuple_GET_SIZE(list)};
        for (Py_ssize_t k = 0; k < PyTuple_GET_SIZE(list); k++)
            if (!read_compound(self, &self->compounds[compounds++], PyTuple_GET_ITEM(list, k), &tests))
                return false;
    }
    return true;
}

/* Counts compounds and tests; false where the source is built otherwise than queries.py builds it. */
static bool count_parts(PyObject *source, Py_ssize_t *compounds, Py_ssize_t *tests)
{
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(source); i++) {
        PyObject *list = PyTuple_GET_ITEM(source, i);
        if (!PyTuple_Check(list) || !PyTuple_GET_SIZE(list))
            return false;
        for (Py_ssize_t k = 0; k < PyTuple_GET_SIZE(list); k++) {
            PyObject *compound = PyTuple_GET_ITEM(list, k);
            if (!PyTuple_Check(compound) || PyTuple_GET_SIZE(compound) != 3 || !PyTuple_Check(PyTuple_GET_ITEM(compound, 2)))
                return false;
            *tests += PyTuple_GET_SIZE(PyTuple_GET_ITEM(compound, 2));
        }
        *compounds += PyTuple_GET_SIZE(list);
    }
    return PyTuple_GET_SIZE(source) > 0;
}

static PyObject *query_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    PyObject *source;
    Py_ssize_t compounds = 0, tests = 0;
    if (!PyArg_ParseTuple(args, "O!", &PyTuple_Type, &source))
        return NULL;
    if (!count_parts(source, &compounds, &tests)) {
        PyErr_SetString(PyExc_TypeError, "a query is a tuple of tuples of (combinator, tag, tests)");
        return NULL;
    }
    Query *self = (Query *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->source = Py_NewRef(source);
    self->count = PyTuple_GET_SIZE(source);
    self->complexes = PyMem_Calloc((size_t)self->count, sizeof *self->complexes);
    self->compounds = PyMem_Calloc((size_t)compounds, sizeof *self->compounds);
    self->tests = PyMem_Calloc((size_t)tests + 1, sizeof *self->tests);
    if (!self->complexes || !self->compounds || !self->tests)
        PyErr_NoMemory();
    else if (read_query(self))
        return (PyObject *)self;
    Py_DECREF(self);
    return NULL;
}

static void query_dealloc(Query *self)
{
    Py_XDECREF(self->source);
    PyMem_Free(self->complexes);
    PyMem_Free(self->compounds);
    PyMem_Free(self->tests);
    Py_TYPE(self)->tp_free(self);
}

static PyMethodDef query_methods[] = {
    {"select", (PyCFunction)(void (*)(void))query_select, METH_FASTCALL,
     "select(elements, node, first): those inside the node (None: all) that match, itself included; the first alone, or None."},
    {NULL},
};

static PyTypeObject QueryType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "newsparse.document._native.Query",
    .tp_doc = "Query(parts): a CSS query that queries.py read.",
    .tp_basicsize = sizeof(Query),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = query_new,
    .tp_dealloc = (destructor)query_dealloc,
    .tp_methods = query_methods,
};

int add_queries(PyObject *module)
{
    return PyModule_AddType(module, &QueryType);
}
