/* newsparse.document._native: the walks over Lexbor's tree, compiled.  native.py decides whether they are used. */
#include "plain.h"

static PyObject *word(const char *text)
{
    return PyUnicode_InternFromString(text);
}

/* Reads one machine word of a node: document/native.py compares them with what selectolax says. */
static PyObject *native_word(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2) {
        PyErr_SetString(PyExc_TypeError, "word(address, number)");
        return NULL;
    }
    const uintptr_t *at = PyLong_AsVoidPtr(args[0]);
    const Py_ssize_t number = PyLong_AsSsize_t(args[1]);
    if (PyErr_Occurred())
        return NULL;
    if (!at || number < 0 || number > 16) {
        PyErr_SetString(PyExc_ValueError, "a node has words 0 to 16");
        return NULL;
    }
    return PyLong_FromVoidPtr((void *)at[number]);
}

/* Fills a table of codes from a dict of tag numbers; numbers outside the table are refused. */
static bool fill(unsigned char *table, PyObject *codes, unsigned char unknown)
{
    PyObject *key, *value;
    memset(table, unknown, NUMBERED);
    for (Py_ssize_t at = 0; PyDict_Next(codes, &at, &key, &value);) {
        const long number = PyLong_AsLong(key), code = PyLong_AsLong(value);
        if (PyErr_Occurred())
            return false;
        if (number < 0 || number >= NUMBERED || code < 0 || code > 255) {
            PyErr_SetString(PyExc_ValueError, "a number or a code outside the table");
            return false;
        }
        table[number] = (unsigned char)code;
    }
    return true;
}

static bool fill_names(PyObject **table, PyObject *found)
{
    PyObject *key, *value;
    for (Py_ssize_t at = 0; PyDict_Next(found, &at, &key, &value);) {
        const long number = PyLong_AsLong(key);
        if (PyErr_Occurred())
            return false;
        if (number < 0 || number >= NUMBERED) {
            PyErr_SetString(PyExc_ValueError, "a number outside the table");
            return false;
        }
        if (table == names.tags && PyUnicode_Check(value) && PyUnicode_CompareWithASCIIString(value, "a") == 0)
            names.anchor = (uintptr_t)number;
        Py_XSETREF(table[number], Py_NewRef(value));
    }
    return true;
}

static PyObject *native_setup(PyObject *self, PyObject *args)
{
    PyObject *tags, *flat, *lined, *paragraphs, *attributes, *numbers, *unnumbered, *python[6];
    if (!PyArg_ParseTuple(args, "O!O!O!iiO!O!O!O!OOOOOO", &PyDict_Type, &tags, &PyDict_Type, &flat, &PyDict_Type, &lined,
                          &names.flat_other, &names.lined_other, &PyDict_Type, &paragraphs, &PyDict_Type, &attributes, &PyTuple_Type, &numbers,
                          &PyTuple_Type, &unnumbered, &python[0], &python[1], &python[2], &python[3], &python[4], &python[5]))
        return NULL;
    if (PyTuple_GET_SIZE(numbers) != A_OTHERS) {
        PyErr_SetString(PyExc_ValueError, "another number of attributes than the walks ask for");
        return NULL;
    }
    if (!fill(names.flat, flat, (unsigned char)names.flat_other) || !fill(names.lined, lined, (unsigned char)names.lined_other) ||
        !fill(names.paragraphs, paragraphs, 0) || !fill_names(names.tags, tags) || !fill_names(names.attributes, attributes))
        return NULL;
    for (int i = 0; i < A_OTHERS; i++)
        names.numbers[i] = PyLong_AsSize_t(PyTuple_GET_ITEM(numbers, i));
    if (PyErr_Occurred())
        return NULL;
    PyObject **places[] = {&names.block, &names.line, &names.link, &names.table, &names.pictured, &names.played};
    for (int i = 0; i < 6; i++)
        Py_XSETREF(*places[i], Py_NewRef(python[i]));
    Py_XSETREF(names.unnumbered, Py_NewRef(unnumbered));
    Py_RETURN_NONE;
}

/* The number that the table of tags has for a name, 0 for none. */
static uintptr_t number_of(const char *name)
{
    for (uintptr_t number = 0; number < NUMBERED; number++)
        if (names.tags[number] && PyUnicode_CompareWithASCIIString(names.tags[number], name) == 0)
            return number;
    return 0;
}

/* Notes the name of an attribute that is asked for. */
static bool ask_for(PyObject *name, uintptr_t number)
{
    Py_ssize_t length;
    const char *data = PyUnicode_AsUTF8AndSize(name, &length);
    if (!data || names.asked_count == sizeof names.asked / sizeof *names.asked)
        return false;
    names.asked[names.asked_count].name = (Str){data, (size_t)length};
    names.asked[names.asked_count].begin = in_lower_case(eight_at(data, data + length), (size_t)length);
    names.asked[names.asked_count++].number = number;
    return true;
}

/* What reading plain pages takes, once the names are set up. */
static PyObject *native_learn(PyObject *self, PyObject *entities)
{
    if (!PyDict_Check(entities) || !names.unnumbered) {
        PyErr_SetString(PyExc_TypeError, "learn(dict of entities), after setup");
        return NULL;
    }
    names.asked_count = 0;
    bool done = true;
    for (uintptr_t number = 0; done && number < NUMBERED; number++)
        done = !names.attributes[number] || ask_for(names.attributes[number], number);
    for (Py_ssize_t i = 0; done && i < PyTuple_GET_SIZE(names.unnumbered); i++)
        done = ask_for(PyTuple_GET_ITEM(names.unnumbered, i), 0);
    if (!done) {
        PyErr_SetString(PyExc_ValueError, "too many attributes");
        return NULL;
    }
    Py_XSETREF(names.entities, Py_NewRef(entities));
    names.text_number = number_of("-text");
    names.comment_number = number_of("-comment");
    learn_tags();
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"plain", native_plain, METH_O, "plain(page): the body of a page, as bytes of UTF-8, that is plain; None where it is not."},
    {"learn", native_learn, METH_O, "learn(entities): what reading plain pages takes, after setup."},
    {"word", (PyCFunction)(void (*)(void))native_word, METH_FASTCALL, "word(address, number): one machine word of a node."},
    {"setup", native_setup, METH_VARARGS, "setup(...): the names and codes that the walks go by; see document/native.py."},
    {"flatten", (PyCFunction)(void (*)(void))native_flatten, METH_FASTCALL, "flatten(node, skip, marks, signs): the visible lines inside."},
    {"line", native_line, METH_O, "line(node): the visible lines joined by blanks, None where there is a table."},
    {"attribute", (PyCFunction)(void (*)(void))native_attribute, METH_FASTCALL,
     "attribute(node, number, name): an attribute's value, None where the element lacks it."},
    {"anchored", native_anchored, METH_O, "anchored(tuple of nodes): the links of anchors."},
    {"links", native_links, METH_O, "links(node): the links inside, the node itself included."},
    {"names", native_names, METH_O, "names(node): every class and id name."},
    {"walk", (PyCFunction)(void (*)(void))native_walk, METH_FASTCALL, "walk(node, signs): the lines and boxes of a page."},
    {NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "newsparse.document._native",
    .m_doc = "The walks over Lexbor's tree, compiled.",
    .m_size = -1,
    .m_methods = methods,
};

PyMODINIT_FUNC PyInit__native(void)
{
    PyObject *module = PyModule_Create(&definition);
    names.text = word("text");
    names.image = word("image");
    names.video = word("video");
    names.media = word("media");
    names.list = word("list");
    names.none = word("");
    names.empty = PyTuple_New(0);
    if (!module || !names.text || !names.image || !names.video || !names.media || !names.list || !names.none || !names.empty ||
        add_handles(module) < 0 || add_sheets(module) < 0 || add_elements(module) < 0 || add_queries(module) < 0 || add_plain(module) < 0 ||
        PyModule_AddIntConstant(module, "NUMBERED", NUMBERED) < 0) {
        Py_XDECREF(module);
        return NULL;
    }
    return module;
}
