/* What the lines of a page weigh, and where the most prose stands: document/sheet.py says how, and does the same in Python. */
#include "sheet.h"

typedef struct {
    const Sheet *sheet;
    Py_ssize_t *story;   /* prose before each line, and in all */
    Py_ssize_t *proses;  /* the lines that have prose */
    Py_ssize_t *titles;  /* the lines that are the title */
    Py_ssize_t prose_count, title_count;
    double far, other, untitled, credits;
} Scale;

/* How many of the numbers, which are in order, are less than this one. */
static Py_ssize_t below(const Py_ssize_t *numbers, Py_ssize_t count, Py_ssize_t limit)
{
    Py_ssize_t low = 0;
    while (low < count) {
        const Py_ssize_t middle = (low + count) / 2;
        if (numbers[middle] < limit)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

static Py_ssize_t start_of(const Sheet *sheet, Py_ssize_t line)
{
    return line < sheet->row_count ? sheet->rows[line].start : sheet->start;
}

static Py_ssize_t links_before(const Sheet *sheet, Py_ssize_t line)
{
    return line < sheet->row_count ? sheet->rows[line].links : sheet->links;
}

/* Characters of links between two lines, and of what is neither link nor prose. */
static void between(const Scale *s, Py_ssize_t first, Py_ssize_t last, Py_ssize_t *links, Py_ssize_t *others)
{
    const Py_ssize_t text = start_of(s->sheet, last) - start_of(s->sheet, first) - (last - first);
    *links = links_before(s->sheet, last) - links_before(s->sheet, first);
    *others = text - *links - (s->story[last] - s->story[first]);
    if (*others < 0)
        *others = 0;
}

static double nearness(const Scale *s, Py_ssize_t first)
{
    Py_ssize_t links, others;
    if (!s->title_count)
        return 1.0;
    const Py_ssize_t above = below(s->titles, s->title_count, first);
    if (!above)
        return s->untitled;
    between(s, s->titles[above - 1] + 1, first, &links, &others);
    const double apart = (double)(links + others) - s->credits;
    return s->far / (s->far + (apart > 0 ? apart : 0));
}

static double score(const Scale *s, Py_ssize_t first, Py_ssize_t last)
{
    Py_ssize_t links, others;
    between(s, first, last, &links, &others);
    const double found = (double)(s->story[last] - s->story[first] - links) - s->other * (double)others;
    return found > 0 ? found * nearness(s, first) : 0.0;
}

/* The box with the best score, of equal ones the last; -1 where there is none. `around` says which hold prose. */
static Py_ssize_t container(const Scale *s, const bool *around)
{
    Py_ssize_t best = -1, known_first = -1, known_last = -1;
    double best_score = 0.0, known = 0.0;
    for (Py_ssize_t number = 0; number < s->sheet->frame_count; number++) {
        const Frame *box = &s->sheet->frames[number];
        if (!around[number] || (double)(s->story[box->last] - s->story[box->first]) < best_score)
            continue;
        const Py_ssize_t first = s->proses[below(s->proses, s->prose_count, box->first)];
        const Py_ssize_t last = s->proses[below(s->proses, s->prose_count, box->last) - 1] + 1;
        /* Many a box holds the same prose as the one around it. */
        if (first != known_first || last != known_last) {
            known = score(s, first, last);
            known_first = first;
            known_last = last;
        }
        if (known >= best_score && known > 0) {
            best = number;
            best_score = known;
        }
    }
    return best;
}

Py_ssize_t group_of(const Sheet *sheet, Py_ssize_t line)
{
    Py_ssize_t at = sheet->rows[line].box;
    const Frame *box = &sheet->frames[at];
    while (box->parent >= 0 && (is_paragraph(box->node) || box->last - box->first == 1)) {
        at = box->parent;
        box = &sheet->frames[at];
    }
    return at;
}

typedef struct {
    Py_ssize_t box, weight, first, last;
} Group;

/* The box with the most prose right inside it, among lines; of equal ones the first. False when memory is out. */
static bool core(const Scale *s, Py_ssize_t first, Py_ssize_t last, Group *best)
{
    const Py_ssize_t begin = below(s->proses, s->prose_count, first), end = below(s->proses, s->prose_count, last);
    Py_ssize_t count = 0, *places = PyMem_Malloc((size_t)(s->sheet->frame_count + 1) * sizeof *places);
    Group *groups = PyMem_Calloc((size_t)(end - begin) + 1, sizeof *groups);
    if (!places || !groups) {
        PyMem_Free(places);
        PyMem_Free(groups);
        PyErr_NoMemory();
        return false;
    }
    memset(places, -1, (size_t)s->sheet->frame_count * sizeof *places);
    for (Py_ssize_t i = begin; i < end; i++) {
        const Py_ssize_t line = s->proses[i], box = group_of(s->sheet, line);
        if (places[box] < 0) {
            places[box] = count;
            groups[count++] = (Group){.box = box, .first = line};
        }
        Group *group = &groups[places[box]];
        group->weight += s->story[line + 1] - s->story[line];
        group->last = line + 1;
    }
    double best_score = -1.0;
    for (Py_ssize_t i = 0; i < count; i++) {
        const double found = (double)groups[i].weight * nearness(s, groups[i].first);
        if (found > best_score) {
            best_score = found;
            *best = groups[i];
        }
    }
    PyMem_Free(places);
    PyMem_Free(groups);
    return true;
}

/* Reads a list of numbers; false with an error set where it is none. */
static bool numbers_of(PyObject *list, Py_ssize_t **numbers, Py_ssize_t *count)
{
    *count = PyList_GET_SIZE(list);
    *numbers = PyMem_Malloc((size_t)(*count + 1) * sizeof **numbers);
    if (!*numbers)
        PyErr_NoMemory();
    for (Py_ssize_t i = 0; *numbers && i < *count; i++)
        (*numbers)[i] = PyLong_AsSsize_t(PyList_GET_ITEM(list, i));
    return *numbers && !PyErr_Occurred();
}

/* The same of numbers of lines. */
static bool lines_of(const Sheet *sheet, PyObject *list, Py_ssize_t **numbers, Py_ssize_t *count)
{
    bool known = numbers_of(list, numbers, count);
    for (Py_ssize_t i = 0; known && i < *count; i++)
        if (!(known = (*numbers)[i] >= 0 && (*numbers)[i] < sheet->row_count))
            PyErr_SetString(PyExc_IndexError, "no such line");
    return known;
}

/* Fills in the sums of the weights, and which boxes hold prose; false when memory is out. */
static bool weigh(Scale *s, const Py_ssize_t *weights, bool **around)
{
    const Sheet *sheet = s->sheet;
    s->story = PyMem_Malloc((size_t)(sheet->row_count + 1) * sizeof *s->story);
    s->proses = PyMem_Malloc((size_t)(sheet->row_count + 1) * sizeof *s->proses);
    *around = PyMem_Calloc((size_t)sheet->frame_count + 1, sizeof **around);
    if (!s->story || !s->proses || !*around) {
        PyErr_NoMemory();
        return false;
    }
    s->story[0] = 0;
    for (Py_ssize_t line = 0; line < sheet->row_count; line++) {
        s->story[line + 1] = s->story[line] + weights[line];
        if (!weights[line])
            continue;
        s->proses[s->prose_count++] = line;
        for (Py_ssize_t at = sheet->rows[line].box; at >= 0 && !(*around)[at]; at = sheet->frames[at].parent)
            (*around)[at] = true;
    }
    return true;
}

typedef struct {
    Mask stops, full, closed, talk;
    Py_ssize_t shortest, brief, plain, longest;
} Measure;

enum { DOUBTFUL = -1 };

/* The characters of running text in a line, DOUBTFUL where more must be asked than signs and lengths. */
static Py_ssize_t weight_of(const Sheet *sheet, Py_ssize_t line, const Measure *m)
{
    const Row *row = &sheet->rows[line];
    if (!(row->signs & m->stops))
        return 0;
    const Py_ssize_t size = start_of(sheet, line + 1) - row->start - 1;
    if (size < m->shortest || row->linked * 5 > size * 2)
        return 0;
    if (row->linked || (size < m->plain && !(row->signs & m->full)) || (size < m->longest && row->signs & m->talk) ||
        (size < m->longest && !(row->signs & m->closed)) || (size < m->brief && is_heading(sheet->frames[row->box].node)))
        return DOUBTFUL;
    return size;
}

PyObject *sheet_weighed(PyObject *self, PyObject *args)
{
    const Sheet *sheet = (Sheet *)self;
    Measure m;
    if (!PyArg_ParseTuple(args, "KKKKnnnn", &m.stops, &m.full, &m.closed, &m.talk, &m.shortest, &m.brief, &m.plain, &m.longest))
        return NULL;
    PyObject *weights = PyList_New(sheet->row_count), *weighty = PyList_New(0);
    for (Py_ssize_t line = 0; weights && weighty && line < sheet->row_count; line++) {
        const Py_ssize_t found = weight_of(sheet, line, &m);
        PyObject *weight = found && !add_number(weighty, line) ? NULL : PyLong_FromSsize_t(found);
        if (weight)
            PyList_SET_ITEM(weights, line, weight);
        else
            Py_CLEAR(weights);
    }
    PyObject *both = weights && weighty ? PyTuple_Pack(2, weights, weighty) : NULL;
    Py_XDECREF(weights);
    Py_XDECREF(weighty);
    return both;
}

PyObject *sheet_heaviest(PyObject *self, PyObject *args)
{
    PyObject *weights, *titles, *result = NULL;
    Py_ssize_t *weighed = NULL, count;
    bool *around = NULL;
    Scale s = {.sheet = (Sheet *)self};
    if (!PyArg_ParseTuple(args, "O!O!dddd", &PyList_Type, &weights, &PyList_Type, &titles, &s.far, &s.other, &s.untitled, &s.credits))
        return NULL;
    if (PyList_GET_SIZE(weights) != s.sheet->row_count)
        PyErr_SetString(PyExc_ValueError, "a weight a line expected");
    else if (numbers_of(weights, &weighed, &count) && lines_of(s.sheet, titles, &s.titles, &s.title_count) && weigh(&s, weighed, &around)) {
        const Py_ssize_t best = container(&s, around);
        Group group = {0};
        if (best < 0)
            result = Py_NewRef(Py_None);
        else if (core(&s, s.sheet->frames[best].first, s.sheet->frames[best].last, &group))
            result = Py_BuildValue("nnnn", best, group.box, group.first, group.last);
    }
    PyMem_Free(weighed);
    PyMem_Free(s.titles);
    PyMem_Free(s.story);
    PyMem_Free(s.proses);
    PyMem_Free(around);
    return result;
}
