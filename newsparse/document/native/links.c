/* Links and names: what a walk without a state finds. */
#include "text.h"

PyObject *new_link(Str text, const Node *anchor)
{
    const Str *href = attribute(anchor, A_HREF);
    PyObject *link = ((PyTypeObject *)names.link)->tp_alloc((PyTypeObject *)names.link, 2);
    if (!link)
        return NULL;
    PyTuple_SET_ITEM(link, 0, unicode(text.data, text.length));
    PyTuple_SET_ITEM(link, 1, href && href != &nothing ? unicode(href->data, href->length) : Py_NewRef(Py_None));
    if (!PyTuple_GET_ITEM(link, 0) || !PyTuple_GET_ITEM(link, 1))
        Py_CLEAR(link);
    return link;
}

bool add_link(PyObject *found, const Node *node, Buffer *text)
{
    text->length = 0;
    if (!put_text_of(text, node))
        return false;
    Str words = text->length ? fold(text->data, text->length) : nothing;
    if (!words.length)
        return true;
    PyObject *link = new_link(words, node);
    const bool added = link && PyList_Append(found, link) == 0;
    Py_XDECREF(link);
    return added;
}

bool add_links_below(PyObject *found, const Node *top, Buffer *text)
{
    for (const Node *at = top; at; at = following(at, top))
        if (at->type == ELEMENT && at->name == names.anchor && !add_link(found, at, text))
            return false;
    return true;
}

PyObject *native_links(PyObject *self, PyObject *root)
{
    PyObject *owner, *found;
    const Node *top = address(root, &owner);
    if (!top || !(found = PyList_New(0)))
        return NULL;
    Buffer text = {0};
    if (!add_links_below(found, top, &text))
        Py_CLEAR(found);
    PyMem_Free(text.data);
    return found;
}

PyObject *links_of(const Node *const *anchors, size_t count)
{
    PyObject *found = PyList_New(0);
    Buffer text = {0};
    for (size_t i = 0; found && i < count; i++)
        if (!add_link(found, anchors[i], &text))
            Py_CLEAR(found);
    PyMem_Free(text.data);
    return found;
}

PyObject *native_anchored(PyObject *self, PyObject *anchors)
{
    PyObject *owner, *found = PyTuple_Check(anchors) ? PyList_New(0) : NULL;
    if (!found && !PyErr_Occurred())
        PyErr_SetString(PyExc_TypeError, "anchored(tuple of nodes)");
    Buffer text = {0};
    for (Py_ssize_t i = 0; found && i < PyTuple_GET_SIZE(anchors); i++) {
        const Node *node = address(PyTuple_GET_ITEM(anchors, i), &owner);
        if (!node || !add_link(found, node, &text))
            Py_CLEAR(found);
    }
    PyMem_Free(text.data);
    return found;
}

/* Adds the words of a text to a set. */
static int add_words(PyObject *found, const Str *text)
{
    const char *at = text->data, *end = at + text->length;
    while (at < end) {
        size_t wide;
        while (at < end && (wide = space_at(at, end)))
            at += wide;
        const char *begin = at;
        while (at < end && !space_at(at, end))
            at++;
        if (at > begin) {
            PyObject *word = unicode(begin, (size_t)(at - begin));
            int failed = !word || PySet_Add(found, word) < 0;
            Py_XDECREF(word);
            if (failed)
                return -1;
        }
    }
    return 0;
}

PyObject *native_names(PyObject *self, PyObject *root)
{
    PyObject *owner, *found;
    const Node *top = address(root, &owner);
    if (!top || !(found = PySet_New(NULL)))
        return NULL;
    for (const Node *at = top; at; at = following(at, top)) {
        const Str *class = attribute(at, A_CLASS), *id = attribute(at, A_ID);
        PyObject *whole = id ? unicode(id->data, id->length) : NULL;
        int failed = (id && (!whole || PySet_Add(found, whole) < 0)) || (class && add_words(found, class) < 0);
        Py_XDECREF(whole);
        if (failed) {
            Py_DECREF(found);
            return NULL;
        }
    }
    return found;
}
