/* Elements, their attributes, and what Python holds of them. */
#include "text.h"

#include <structmember.h>

Names names;

const Str nothing = {"", 0};

static Str entry_text(uintptr_t address)
{
    const Entry *entry = (const Entry *)address;
    return (Str){entry->length > 16 ? entry->text.far : entry->text.near, entry->length};
}

PyObject *tag_of(const Node *node)
{
    if (node->name < NUMBERED)
        return Py_NewRef(names.tags[node->name] ? names.tags[node->name] : names.none);
    const Str name = entry_text(node->name);
    return unicode(name.data, name.length);
}

const Str *attribute(const Node *node, int which)
{
    const uintptr_t number = names.numbers[which];
    if (node->type != ELEMENT)
        return NULL;
    for (const Attribute *a = first_attribute(node); a; a = a->next)
        if (a->node.name == number && !a->qualified_name)
            return a->value && a->value->data ? a->value : &nothing;
    return NULL;
}

/* Whether an attribute's name is this one: by number, or by name where there is no number. */
static bool is_name(uintptr_t found, uintptr_t number, Str name)
{
    if (number || found < NUMBERED)
        return number && found == number;
    const Str text = entry_text(found);
    return text.length == name.length && !memcmp(text.data, name.data, name.length);
}

const Str *attribute_of(const Node *node, uintptr_t number, Str name, bool local)
{
    if (node->type != ELEMENT)
        return NULL;
    for (const Attribute *a = first_attribute(node); a; a = a->next)
        if (is_name(local || !a->qualified_name ? a->node.name : a->qualified_name, number, name))
            return a->value && a->value->data ? a->value : &nothing;
    return NULL;
}

PyObject *native_attribute(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    PyObject *owner;
    Py_ssize_t length;
    if (count != 3) {
        PyErr_SetString(PyExc_TypeError, "attribute(node, number, name)");
        return NULL;
    }
    const Node *node = address(args[0], &owner);
    const size_t number = node ? PyLong_AsSize_t(args[1]) : 0;
    const char *name = node && !PyErr_Occurred() ? PyUnicode_AsUTF8AndSize(args[2], &length) : NULL;
    if (!name)
        return NULL;
    const Str *value = attribute_of(node, number, (Str){name, (size_t)length}, false);
    return value && value != &nothing ? unicode(value->data, value->length) : Py_NewRef(Py_None);
}

/* Whether the word stands at the place, in any case; a blank in it stands for white space, or for nothing. */
static bool word_at(const char *at, const char *end, const char *word)
{
    for (; *word; word++) {
        size_t wide;
        if (*word == ' ') {
            while (at < end && (wide = space_at(at, end)))
                at += wide;
        } else if (at < end && Py_TOLOWER(*at) == *word) {
            at++;
        } else {
            return false;
        }
    }
    return true;
}

/* Whether the words stand anywhere in the text. */
static bool says(const Str *text, const char *words)
{
    const char *end = text->data + text->length;
    for (const char *at = text->data; at < end; at++)
        if (word_at(at, end, words))
            return true;
    return false;
}

bool holds(const Str *text, Str part)
{
    for (size_t i = 0; i + part.length <= text->length; i++)
        if (!memcmp(text->data + i, part.data, part.length))
            return true;
    return false;
}

/* Lexbor 3 has no number for this name. */
static bool is_hidden(const Attribute *attribute)
{
    const uintptr_t name = attribute->node.name;
    if (name < NUMBERED)
        return name && name == names.numbers[A_HIDDEN];
    const Str text = entry_text(name);
    return text.length == 6 && !memcmp(text.data, "hidden", 6);
}

bool hides(const Node *node)
{
    if (node->type != ELEMENT)
        return false;
    for (const Attribute *a = first_attribute(node); a; a = a->next) {
        if (is_hidden(a))
            return true;
        if (a->node.name == names.numbers[A_STYLE] && a->value && a->value->data && says(a->value, "display : none"))
            return true;
    }
    return false;
}

static bool is(const Str *text, const char *word)
{
    if (text->length != strlen(word))
        return false;
    for (size_t i = 0; i < text->length; i++)
        if (Py_TOLOWER(text->data[i]) != word[i])
            return false;
    return true;
}

bool centred_by(const Node *node, bool around, bool middle)
{
    const Str *align = attribute(node, A_ALIGN), *style;
    if (align && align->length)
        return is(align, "center") || (middle && is(align, "middle"));
    style = around ? NULL : attribute(node, A_STYLE);
    return around || (style && holds(style, (Str){"center", 6}) && says(style, "text-align: center"));
}

PyObject *named(const Node *node)
{
    const Str *class = attribute(node, A_CLASS), *id = attribute(node, A_ID);
    if (!class || !class->length)
        return id ? unicode(id->data, id->length) : unicode("", 0);
    if (!id || !id->length)
        return unicode(class->data, class->length);
    Buffer both = {0};
    PyObject *name = put(&both, class->data, class->length) && put(&both, " ", 1) && put(&both, id->data, id->length) ? unicode(both.data, both.length) : NULL;
    PyMem_Free(both.data);
    return name;
}

/* The attribute's name, NULL (without an error) where nobody asks for it: for none that is called otherwise than it is numbered. */
static PyObject *name_of(const Attribute *attribute)
{
    const uintptr_t name = attribute->node.name;
    if (name < NUMBERED)
        return names.attributes[name] && !attribute->qualified_name ? names.attributes[name] : NULL;
    const Str text = entry_text(name);
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(names.unnumbered); i++) {
        Py_ssize_t length;
        PyObject *known = PyTuple_GET_ITEM(names.unnumbered, i);
        const char *word = PyUnicode_AsUTF8AndSize(known, &length);
        if (word && (size_t)length == text.length && !memcmp(word, text.data, text.length))
            return known;
    }
    return NULL;
}

PyObject *attributes_of(const Node *node)
{
    PyObject *found = PyDict_New();
    if (!found || node->type != ELEMENT)
        return found;
    for (const Attribute *a = first_attribute(node); a; a = a->next) {
        PyObject *name = name_of(a), *value;
        if (!name)
            continue;
        value = a->value && a->value->data ? unicode(a->value->data, a->value->length) : Py_NewRef(Py_None);
        if (!value || PyDict_SetItem(found, name, value) < 0) {
            Py_XDECREF(value);
            Py_DECREF(found);
            return NULL;
        }
        Py_DECREF(value);
    }
    return found;
}

/* ---- What Python holds of an element ---- */

typedef struct {
    PyObject_HEAD
    const Node *node;
    PyObject *owner;
    PyObject *attributes;
} Handle;

static PyTypeObject HandleType;
static PyObject *word_mem_id;

PyObject *handle(const Node *node, PyObject *owner)
{
    Handle *self = PyObject_New(Handle, &HandleType);
    if (!self)
        return NULL;
    self->node = node;
    self->owner = Py_NewRef(owner);
    self->attributes = NULL;
    return (PyObject *)self;
}

const Node *address(PyObject *node, PyObject **owner)
{
    if (Py_IS_TYPE(node, &HandleType)) {
        *owner = ((Handle *)node)->owner;
        return ((Handle *)node)->node;
    }
    PyObject *number = PyObject_GetAttr(node, word_mem_id);
    if (!number)
        return NULL;
    const Node *found = PyLong_AsVoidPtr(number);
    Py_DECREF(number);
    if (!found && !PyErr_Occurred())
        PyErr_SetString(PyExc_ValueError, "not a node of a parsed page");
    *owner = node;
    return found;
}

static void handle_dealloc(Handle *self)
{
    Py_DECREF(self->owner);
    Py_XDECREF(self->attributes);
    PyObject_Free(self);
}

static PyObject *handle_attributes(Handle *self, void *unused)
{
    if (!self->attributes)
        self->attributes = attributes_of(self->node);
    return Py_XNewRef(self->attributes);
}

static PyObject *handle_tag(Handle *self, void *unused)
{
    return tag_of(self->node);
}

static PyObject *handle_parent(Handle *self, void *unused)
{
    const Node *parent = self->node->parent;
    return parent && parent->parent ? handle(parent, self->owner) : Py_NewRef(Py_None);
}

static PyObject *handle_mem_id(Handle *self, void *unused)
{
    return PyLong_FromVoidPtr((void *)self->node);
}

static PyObject *handle_text(Handle *self, PyObject *unused)
{
    Buffer text = {0};
    PyObject *result = put_text_of(&text, self->node) ? unicode(text.data, text.length) : NULL;
    PyMem_Free(text.data);
    return result;
}

/* Adds a handle of the element if its name is this one. */
static int add_named(PyObject *found, const Node *node, PyObject *name, PyObject *owner)
{
    PyObject *tag = tag_of(node), *made = NULL;
    const int same = tag ? PyObject_RichCompareBool(tag, name, Py_EQ) : -1;
    int failed = same < 0 || (same && (!(made = handle(node, owner)) || PyList_Append(found, made) < 0));
    Py_XDECREF(tag);
    Py_XDECREF(made);
    return failed ? -1 : 0;
}

static PyObject *handle_css(Handle *self, PyObject *name)
{
    PyObject *found = PyList_New(0);
    for (const Node *at = self->node; found && at; at = following(at, self->node))
        if (at->type == ELEMENT && add_named(found, at, name, self->owner) < 0)
            Py_CLEAR(found);
    return found;
}

static PyMethodDef handle_methods[] = {
    {"css", (PyCFunction)handle_css, METH_O, "Return the elements of this name inside, itself included; no other query is understood."},
    {"text", (PyCFunction)handle_text, METH_NOARGS, "Return the text below the element, as it stands there."},
    {NULL},
};

static PyGetSetDef handle_getset[] = {
    {"attributes", (getter)handle_attributes, NULL, "The attributes that any reader asks for."},
    {"tag", (getter)handle_tag, NULL, "Lower-case name."},
    {"parent", (getter)handle_parent, NULL, "The element around it, None outside the root element."},
    {"mem_id", (getter)handle_mem_id, NULL, "The same number for the same element."},
    {NULL},
};

static PyTypeObject HandleType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "newsparse.document._native.Node",
    .tp_doc = "An element of a page; keeps the page alive.",
    .tp_basicsize = sizeof(Handle),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = (destructor)handle_dealloc,
    .tp_methods = handle_methods,
    .tp_getset = handle_getset,
};

int add_handles(PyObject *module)
{
    word_mem_id = PyUnicode_InternFromString("mem_id");
    return word_mem_id ? PyModule_AddType(module, &HandleType) : -1;
}
