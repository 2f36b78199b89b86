/* The elements of a page in one row, with what queries ask of them: a tree's nodes lie all over the memory. */
#include "elements.h"

/* Closes the elements that end before this node: those that it does not lie in. */
static Py_ssize_t close_until(Elements *self, Py_ssize_t open, const Node *parent)
{
    while (open >= 0 && self->row[open].node != parent) {
        self->row[open].end = self->count;
        open = self->row[open].around;
    }
    return open;
}

static bool list(Elements *self, const Node *root)
{
    size_t room = 0;
    Py_ssize_t open = -1;
    for (const Node *at = root; at; at = following(at, root)) {
        if (at->type != ELEMENT)
            continue;
        open = close_until(self, open, at->parent);
        Listed *row = grown(self->row, &room, (size_t)self->count + 1, sizeof *row);
        if (!row)
            return false;
        self->row = row;
        Listed *listed = &self->row[self->count];
        *listed = (Listed){.node = at, .tag = at->name, .around = open};
        for (const Attribute *a = first_attribute(at); a; a = a->next) {
            const Str *value = a->value && a->value->data ? a->value : &nothing;
            if (a->node.name == names.numbers[A_CLASS])
                listed->class = value;
            else if (a->node.name == names.numbers[A_ID])
                listed->id = value;
        }
        open = self->count++;
    }
    close_until(self, open, NULL);
    return true;
}

static PyObject *elements_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    PyObject *root, *owner;
    if (!PyArg_ParseTuple(args, "O", &root))
        return NULL;
    const Node *top = address(root, &owner);
    Elements *self = top ? (Elements *)type->tp_alloc(type, 0) : NULL;
    if (!self)
        return NULL;
    self->owner = Py_NewRef(owner);
    self->quirks = is_quirky(top);
    if (list(self, top))
        return (PyObject *)self;
    Py_DECREF(self);
    return NULL;
}

static void elements_dealloc(Elements *self)
{
    Py_XDECREF(self->owner);
    PyMem_Free(self->row);
    Py_TYPE(self)->tp_free(self);
}

PyTypeObject ElementsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "newsparse.document._native.Elements",
    .tp_doc = "Elements(node): the elements inside, itself included, for queries.",
    .tp_basicsize = sizeof(Elements),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = elements_new,
    .tp_dealloc = (destructor)elements_dealloc,
};

int add_elements(PyObject *module)
{
    return PyModule_AddType(module, &ElementsType);
}
