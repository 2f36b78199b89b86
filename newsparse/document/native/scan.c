/* The module: what Python calls, and what the other files search with. */
#include "scan.h"

enum { BLOCK = 64 };

/*
 * A block is compared with the word's first and last byte, in a loop that compilers make vector
 * instructions of; only a block that has both is looked at byte by byte.
 */
const char *find(Bytes in, const char *word, size_t length)
{
    if (!length)
        return in.at <= in.end ? in.at : NULL;
    const char *at = in.at;
    const char first = word[0], last = word[length - 1];
    while (in.end - at >= (Py_ssize_t)(length + BLOCK)) {
        const char *behind = at + length - 1;
        unsigned char any = 0;
        for (int i = 0; i < BLOCK; i++)
            any |= (unsigned char)((at[i] == first) & (behind[i] == last));
        for (int i = 0; any && i < BLOCK; i++)
            if (at[i] == first && behind[i] == last && memcmp(at + i, word, length) == 0)
                return at + i;
        at += BLOCK;
    }
    for (; in.end - at >= (Py_ssize_t)length; at++)
        if (*at == first && memcmp(at, word, length) == 0)
            return at;
    return NULL;
}

/* What Python calls */

/* Reads an argument of bytes; false where it is something else. */
static bool bytes_of(PyObject *data, Bytes *bytes)
{
    if (!PyBytes_Check(data)) {
        PyErr_SetString(PyExc_TypeError, "bytes expected");
        return false;
    }
    bytes->at = PyBytes_AS_STRING(data);
    bytes->end = bytes->at + PyBytes_GET_SIZE(data);
    return true;
}

/* Reads bytes and two places in them, the first not behind the second. */
static bool stretch_of(PyObject *const *args, Py_ssize_t count, Bytes *page, Bytes *stretch)
{
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "bytes and two places expected");
        return false;
    }
    if (!bytes_of(args[0], page))
        return false;
    const Py_ssize_t begin = PyLong_AsSsize_t(args[1]), end = PyLong_AsSsize_t(args[2]);
    if (PyErr_Occurred())
        return false;
    if (begin < 0 || begin > end || end > page->end - page->at) {
        PyErr_SetString(PyExc_ValueError, "no places in the bytes");
        return false;
    }
    *stretch = (Bytes){page->at + begin, page->at + end};
    return true;
}

static PyObject *scan_find(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Bytes page, word;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "find(data, word, at)");
        return NULL;
    }
    if (!bytes_of(args[0], &page) || !bytes_of(args[1], &word))
        return NULL;
    const Py_ssize_t at = PyLong_AsSsize_t(args[2]);
    if (PyErr_Occurred())
        return NULL;
    if (at < 0) {
        PyErr_SetString(PyExc_ValueError, "no place in the bytes");
        return NULL;
    }
    if (at > page.end - page.at)
        return PyLong_FromLong(-1);
    const char *found = find((Bytes){page.at + at, page.end}, word.at, (size_t)(word.end - word.at));
    return PyLong_FromSsize_t(found ? found - page.at : -1);
}

static PyObject *scan_hidden_at(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Bytes page, before;
    if (!stretch_of(args, count, &page, &before))
        return NULL;
    const char *where = hidden_at(page, before.at, before.end);
    return where ? PyUnicode_FromString(where) : Py_NewRef(Py_None);
}

static PyObject *scan_in_tag(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Bytes page, before;
    if (!stretch_of(args, count, &page, &before))
        return NULL;
    return PyBool_FromLong(in_tag(page, before.at, before.end));
}

static PyObject *scan_left(PyObject *self, PyObject *data)
{
    Bytes piece;
    return bytes_of(data, &piece) ? PyLong_FromSsize_t(left(piece)) : NULL;
}

static PyObject *scan_linked(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Bytes page;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "linked(data, limit)");
        return NULL;
    }
    if (!bytes_of(args[0], &page))
        return NULL;
    const Py_ssize_t limit = PyLong_AsSsize_t(args[1]);
    return PyErr_Occurred() ? NULL : linked(page, limit);
}

static PyObject *scan_count(PyObject *self, PyObject *const *args, Py_ssize_t number)
{
    Bytes data, byte;
    if (number != 2) {
        PyErr_SetString(PyExc_TypeError, "count(data, byte)");
        return NULL;
    }
    if (!bytes_of(args[0], &data) || !bytes_of(args[1], &byte))
        return NULL;
    if (byte.end - byte.at != 1) {
        PyErr_SetString(PyExc_ValueError, "one byte expected");
        return NULL;
    }
    return PyLong_FromSsize_t(count(data, *byte.at));
}

static PyObject *scan_utf8(PyObject *self, PyObject *data)
{
    Bytes in;
    Py_ssize_t continuing;
    if (!bytes_of(data, &in))
        return NULL;
    const char *at = fault(in, &continuing);
    return Py_BuildValue("nn", at ? at - in.at : (Py_ssize_t)-1, continuing);
}

static PyObject *scan_table(PyObject *self, PyObject *data)
{
    Bytes lines;
    return bytes_of(data, &lines) ? table(lines) : NULL;
}

static PyObject *scan_transcode(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Bytes in;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "transcode(data, table)");
        return NULL;
    }
    return bytes_of(args[0], &in) ? transcode(in, args[1]) : NULL;
}

static PyObject *scan_head(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Bytes page;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "head(data, unescape)");
        return NULL;
    }
    return bytes_of(args[0], &page) ? head(page, args[1]) : NULL;
}

static PyObject *scan_usual_label(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Bytes opening;
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "usual_label(data, limit)");
        return NULL;
    }
    if (!bytes_of(args[0], &opening))
        return NULL;
    const Py_ssize_t limit = PyLong_AsSsize_t(args[1]);
    if (PyErr_Occurred())
        return NULL;
    if (limit >= 0 && limit < opening.end - opening.at)
        opening.end = opening.at + limit;
    const Bytes found = usual_label(opening);
    return found.at ? PyUnicode_DecodeASCII(found.at, found.end - found.at, NULL) : Py_NewRef(Py_None);
}

static PyObject *scan_address(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Bytes page, word, attribute;
    if (count != 4) {
        PyErr_SetString(PyExc_TypeError, "address(head, word, attribute, unescape)");
        return NULL;
    }
    /* What a bytes object holds ends with a NUL. */
    if (!bytes_of(args[0], &page) || !bytes_of(args[1], &word) || !bytes_of(args[2], &attribute))
        return NULL;
    if (word.at == word.end) {
        PyErr_SetString(PyExc_ValueError, "a word expected");
        return NULL;
    }
    return address(page, word, attribute.at, args[3]);
}

#define FAST(function) (PyCFunction)(void (*)(void))function, METH_FASTCALL

static PyMethodDef methods[] = {
    {"find", FAST(scan_find), "find(data, word, at): where the word stands next, -1 where it does not."},
    {"hidden_at", FAST(scan_hidden_at), "hidden_at(data, floor, place): what hides the place, or None."},
    {"in_tag", FAST(scan_in_tag), "in_tag(data, floor, end): whether a tag is not closed at the end."},
    {"left", scan_left, METH_O, "left(piece): how many elements it leaves open, -1 where it closes too many."},
    {"count", FAST(scan_count), "count(data, byte): how often the byte stands there."},
    {"utf8", scan_utf8, METH_O, "utf8(data): the first byte that is no UTF-8, -1 if none is, and how many continue a character."},
    {"table", scan_table, METH_O, "table(lines): what transcode goes by."},
    {"transcode", FAST(scan_transcode), "transcode(data, table): the same text as UTF-8, or None."},
    {"head", FAST(scan_head), "head(data, unescape): the title as it is written, and the content of the named meta elements."},
    {"usual_label", FAST(scan_usual_label), "usual_label(data, limit): the label of its encoding in the first tag that is written as usual, or None."},
    {"address", FAST(scan_address), "address(head, word, attribute, unescape): the address that a tag declares, or None."},
    {"linked", FAST(scan_linked), "linked(data, limit): the hosts of the first links, in lower case."},
    {NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "newsparse.document._scan",
    .m_doc = "What looks at a page's bytes, compiled.",
    .m_size = -1,
    .m_methods = methods,
};

PyMODINIT_FUNC PyInit__scan(void)
{
    return PyModule_Create(&definition);
}
