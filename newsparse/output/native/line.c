/*
 * newsparse.output._line: an article as a line of JSON, compiled.  What it writes is what to_dict of output/json.py gives,
 * as the encoders of Python write it down; of values that may be written in more than one way it says nothing.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    char *data;
    Py_ssize_t length, room;
} Line;

/* Whether something was written, is left to Python, or ended with an error. */
typedef enum { WRITTEN, LEFT, FAILED } Outcome;

/* So deep a value may hold others; so many bytes a character takes at the most (\u001f); so much is room for most articles. */
enum { DEEPEST = 40, WIDEST = 6, USUAL = 1 << 14 };

static bool reserve(Line *line, Py_ssize_t more)
{
    if (more <= line->room - line->length)
        return true;
    if (more > PY_SSIZE_T_MAX / 4 - line->length) {
        PyErr_NoMemory();
        return false;
    }
    const Py_ssize_t room = 2 * (line->length + more);
    char *data = PyMem_Realloc(line->data, (size_t)room);
    if (!data) {
        PyErr_NoMemory();
        return false;
    }
    line->data = data;
    line->room = room;
    return true;
}

static Outcome put(Line *line, const char *data, Py_ssize_t length)
{
    if (!reserve(line, length))
        return FAILED;
    memcpy(line->data + line->length, data, (size_t)length);
    line->length += length;
    return WRITTEN;
}

static Outcome put_character(Line *line, char character)
{
    return put(line, &character, 1);
}

/* Values of Python's own */

static char *write_ascii(char *out, Py_UCS4 character)
{
    static const char escapes[] = "uuuuuuuubtnufruuuuuuuuuuuuuuuuuu", digits[] = "0123456789abcdef";
    if (character >= ' ') {
        if (character == '"' || character == '\\')
            *out++ = '\\';
        *out++ = (char)character;
        return out;
    }
    *out++ = '\\';
    *out++ = escapes[character];
    if (escapes[character] == 'u') {
        *out++ = '0';
        *out++ = '0';
        *out++ = digits[character >> 4];
        *out++ = digits[character & 15];
    }
    return out;
}

/* Writes characters as UTF-8 and returns the end, NULL at a surrogate; the room is there. Made once for each kind of str. */
static inline char *write_characters(char *out, const void *data, int kind, Py_ssize_t length)
{
    for (Py_ssize_t i = 0; i < length; i++) {
        const Py_UCS4 character = PyUnicode_READ(kind, data, i);
        if (character < 0x80) {
            out = write_ascii(out, character);
            continue;
        }
        if (character < 0x800) {
            *out++ = (char)(0xC0 | character >> 6);
        } else if (character < 0x10000) {
            if (Py_UNICODE_IS_SURROGATE(character))
                return NULL;
            *out++ = (char)(0xE0 | character >> 12);
            *out++ = (char)(0x80 | (character >> 6 & 0x3F));
        } else {
            *out++ = (char)(0xF0 | character >> 18);
            *out++ = (char)(0x80 | (character >> 12 & 0x3F));
            *out++ = (char)(0x80 | (character >> 6 & 0x3F));
        }
        *out++ = (char)(0x80 | (character & 0x3F));
    }
    return out;
}

static Outcome put_string(Line *line, PyObject *text)
{
    const Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    const void *data = PyUnicode_DATA(text);
    if (length > PY_SSIZE_T_MAX / (4 * WIDEST))
        return LEFT;
    if (!reserve(line, WIDEST * length + 2))
        return FAILED;
    char *out = line->data + line->length;
    *out++ = '"';
    if (PyUnicode_KIND(text) == PyUnicode_1BYTE_KIND)
        out = write_characters(out, data, PyUnicode_1BYTE_KIND, length);
    else if (PyUnicode_KIND(text) == PyUnicode_2BYTE_KIND)
        out = write_characters(out, data, PyUnicode_2BYTE_KIND, length);
    else
        out = write_characters(out, data, PyUnicode_4BYTE_KIND, length);
    if (!out)
        return LEFT;
    *out++ = '"';
    line->length = out - line->data;
    return WRITTEN;
}

static Outcome put_int(Line *line, PyObject *number)
{
    int overflow;
    const long long value = PyLong_AsLongLongAndOverflow(number, &overflow);
    if (overflow)
        return LEFT;
    char digits[24];
    const int length = snprintf(digits, sizeof digits, "%lld", value);
    return put(line, digits, length);
}

/* Writes a number from 0 to 1 with at most four decimals, and returns the end; NULL of others. */
static char *write_share(char *out, double number)
{
    enum { WHOLE = 10000 };
    if (!(number > 0 && number < 1))
        return NULL;
    int decimals = (int)(number * WHOLE + 0.5);
    /* The division gives the float that is nearest to the decimals, so they are what Python shows of it. */
    if ((double)decimals / WHOLE != number || decimals < 10)
        return NULL;
    *out++ = '0';
    *out++ = '.';
    for (int digit = WHOLE / 10; decimals; decimals %= digit, digit /= 10)
        *out++ = (char)('0' + decimals / digit);
    return out;
}

static Outcome put_float(Line *line, PyObject *number)
{
    char share[8];
    const char *end = write_share(share, PyFloat_AS_DOUBLE(number));
    if (end)
        return put(line, share, end - share);
    char *digits = PyOS_double_to_string(PyFloat_AS_DOUBLE(number), 'r', 0, Py_DTSF_ADD_DOT_0, NULL);
    if (!digits)
        return FAILED;
    /* Exponents are written in several ways; what is no number is not written by all. */
    const Outcome done = strspn(digits, "-.0123456789") == strlen(digits) ? put(line, digits, (Py_ssize_t)strlen(digits)) : LEFT;
    PyMem_Free(digits);
    return done;
}

static Outcome put_value(Line *line, PyObject *value, int depth);

static Outcome put_array(Line *line, PyObject *items, int depth)
{
    Outcome done = put_character(line, '[');
    for (Py_ssize_t i = 0; done == WRITTEN && i < PySequence_Fast_GET_SIZE(items); i++) {
        if (i)
            done = put_character(line, ',');
        if (done == WRITTEN)
            done = put_value(line, PySequence_Fast_GET_ITEM(items, i), depth);
    }
    return done == WRITTEN ? put_character(line, ']') : done;
}

/* Writes a comma, unless an object begins here. */
static Outcome put_comma(Line *line)
{
    return line->data[line->length - 1] == '{' ? WRITTEN : put_character(line, ',');
}

/* Writes the members of a dict. */
static Outcome put_members(Line *line, PyObject *members, int depth)
{
    PyObject *key, *value;
    Outcome done = WRITTEN;
    for (Py_ssize_t at = 0; done == WRITTEN && PyDict_Next(members, &at, &key, &value);) {
        done = put_comma(line);
        if (done == WRITTEN)
            done = PyUnicode_Check(key) ? put_string(line, key) : LEFT;
        if (done == WRITTEN)
            done = put_character(line, ':');
        if (done == WRITTEN)
            done = put_value(line, value, depth);
    }
    return done;
}

/* Values of no other class than these, so that no code of Python's runs. */
static Outcome put_value(Line *line, PyObject *value, int depth)
{
    if (value == Py_None)
        return put(line, "null", 4);
    if (PyUnicode_Check(value))
        return put_string(line, value);
    if (value == Py_True)
        return put(line, "true", 4);
    if (value == Py_False)
        return put(line, "false", 5);
    if (PyLong_CheckExact(value))
        return put_int(line, value);
    if (PyFloat_CheckExact(value))
        return put_float(line, value);
    if (depth == DEEPEST)
        return LEFT;
    if (PyTuple_CheckExact(value) || PyList_CheckExact(value))
        return put_array(line, value, depth + 1);
    if (!PyDict_CheckExact(value))
        return LEFT;
    Outcome done = put_character(line, '{');
    if (done == WRITTEN)
        done = put_members(line, value, depth + 1);
    return done == WRITTEN ? put_character(line, '}') : done;
}

/* Values of the model */

static Outcome put_record(Line *line, PyObject *value, PyObject *kinds, int depth);

/* One object, or a tuple of them, by what is written of each kind. */
static Outcome put_records(Line *line, PyObject *value, PyObject *kinds, int depth)
{
    if (value == Py_None)
        return put(line, "null", 4);
    if (!PyTuple_CheckExact(value))
        return put_record(line, value, kinds, depth);
    Outcome done = put_character(line, '[');
    for (Py_ssize_t i = 0; done == WRITTEN && i < PyTuple_GET_SIZE(value); i++) {
        if (i)
            done = put_character(line, ',');
        if (done == WRITTEN)
            done = put_record(line, PyTuple_GET_ITEM(value, i), kinds, depth);
    }
    return done == WRITTEN ? put_character(line, ']') : done;
}

/* What a function makes of a value, a str. */
static Outcome put_made(Line *line, PyObject *value, PyObject *function)
{
    if (value == Py_None)
        return put(line, "null", 4);
    PyObject *text = PyObject_CallOneArg(function, value);
    if (!text)
        return FAILED;
    const Outcome done = PyUnicode_Check(text) ? put_string(line, text) : LEFT;
    Py_DECREF(text);
    return done;
}

/* An attribute by its descriptor, which knows where the value lies: looking for a name in the class takes longer. */
static PyObject *value_of(PyObject *object, PyObject *descriptor)
{
    const descrgetfunc get = Py_TYPE(descriptor)->tp_descr_get;
    if (get)
        return get(descriptor, object, (PyObject *)Py_TYPE(object));
    PyErr_SetString(PyExc_TypeError, "the descriptor of an attribute expected");
    return NULL;
}

/* Writes an attribute as its step says: (label, descriptor, how). The label begins with a comma. */
static Outcome put_step(Line *line, PyObject *object, PyObject *step, int depth)
{
    if (!PyTuple_CheckExact(step) || PyTuple_GET_SIZE(step) != 3 || !PyBytes_Check(PyTuple_GET_ITEM(step, 0))) {
        PyErr_SetString(PyExc_TypeError, "steps of a label, a descriptor and how to write it expected");
        return FAILED;
    }
    PyObject *label = PyTuple_GET_ITEM(step, 0), *how = PyTuple_GET_ITEM(step, 2);
    const int begun = PyBytes_GET_SIZE(label) && line->data[line->length - 1] == '{';
    if (put(line, PyBytes_AS_STRING(label) + begun, PyBytes_GET_SIZE(label) - begun) == FAILED)
        return FAILED;
    PyObject *value = value_of(object, PyTuple_GET_ITEM(step, 1));
    if (!value)
        return FAILED;
    Outcome done;
    if (how == Py_None)
        done = put_value(line, value, depth);
    else if (PyDict_CheckExact(how))
        done = put_records(line, value, how, depth);
    else
        done = put_made(line, value, how);
    Py_DECREF(value);
    return done;
}

/* Writes the steps of an object's kind. */
static Outcome put_steps(Line *line, PyObject *object, PyObject *kinds, int depth)
{
    PyObject *steps = PyDict_GetItemWithError(kinds, (PyObject *)Py_TYPE(object));
    if (!steps || depth == DEEPEST)
        return PyErr_Occurred() ? FAILED : LEFT;
    if (!PyTuple_CheckExact(steps)) {
        PyErr_SetString(PyExc_TypeError, "a tuple of steps expected");
        return FAILED;
    }
    Py_INCREF(steps);
    Outcome done = WRITTEN;
    for (Py_ssize_t i = 0; done == WRITTEN && i < PyTuple_GET_SIZE(steps); i++)
        done = put_step(line, object, PyTuple_GET_ITEM(steps, i), depth + 1);
    Py_DECREF(steps);
    return done;
}

static Outcome put_record(Line *line, PyObject *value, PyObject *kinds, int depth)
{
    Outcome done = put_character(line, '{');
    if (done == WRITTEN)
        done = put_steps(line, value, kinds, depth);
    return done == WRITTEN ? put_character(line, '}') : done;
}

/* What Python calls */

static PyObject *line_line(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyDict_CheckExact(args[1]) || !PyDict_CheckExact(args[2])) {
        PyErr_SetString(PyExc_TypeError, "line(value, kinds, first)");
        return NULL;
    }
    Line line = {NULL, 0, 0};
    Outcome done = reserve(&line, USUAL) ? put_character(&line, '{') : FAILED;
    if (done == WRITTEN)
        done = put_members(&line, args[2], 0);
    if (done == WRITTEN)
        done = put_steps(&line, args[0], args[1], 0);
    if (done == WRITTEN)
        done = put_character(&line, '}');
    PyObject *written = NULL;
    if (done == WRITTEN)
        written = PyBytes_FromStringAndSize(line.data, line.length);
    else if (done == LEFT)
        written = Py_NewRef(Py_None);
    PyMem_Free(line.data);
    return written;
}

static PyMethodDef methods[] = {
    {"line", (PyCFunction)(void (*)(void))line_line, METH_FASTCALL, "line(value, kinds, first): the value as JSON, or None."},
    {NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "newsparse.output._line",
    .m_doc = "What writes an article as a line of JSON, compiled.",
    .m_size = -1,
    .m_methods = methods,
};

PyMODINIT_FUNC PyInit__line(void)
{
    return PyModule_Create(&definition);
}
