/* The hosts that a page's links lead to: the pattern _LINKED of document/source.py, step by step. */
#include "scan.h"

/* Steps return the place behind what they match, NULL where it does not stand there. */
typedef const char *Place;

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static Place spaces(Place at, Place end)
{
    for (int i = 0; i < 2 && at < end && is_space(*at); i++)
        at++;
    return at;
}

static Place word(Place at, Place end, const char *text)
{
    return begins(at, end, text) ? at + strlen(text) : NULL;
}

/* "http:" or "https:". */
static Place scheme(Place at, Place end)
{
    Place behind = word(at, end, "http");
    if (behind && behind < end && *behind == 's')
        behind++;
    return behind ? word(behind, end, ":") : NULL;
}

/* What an archive writes before an address: "host/web/20200101/http:/". */
static Place archive(Place at, Place end)
{
    Place begin = at;
    while (at < end && at - begin <= 40 && !is_space(*at) && *at != '"' && *at != '\'' && *at != '/')
        at++;
    if (at - begin < 4 || at - begin > 40 || !(at = word(at, end, "/web/")))
        return NULL;
    begin = at;
    while (at < end && at - begin <= 20 && (Py_ISALNUM(*at) || *at == '_'))
        at++;
    if (at - begin < 4 || at - begin > 20 || !(at = word(at, end, "/")) || !(at = scheme(at, end)) || !(at = word(at, end, "/")))
        return NULL;
    return at < end && *at == '/' ? at + 1 : at;
}

/* A part of a name and its dot. */
static Place label(Place at, Place end)
{
    Place begin = at;
    while (at < end && at - begin < 63 && (Py_ISALNUM(*at) || *at == '-'))
        at++;
    return at > begin && at < end && *at == '.' ? at + 1 : NULL;
}

/* The name's last part, or as much of it as may be one. */
static Place top_level(Place at, Place end)
{
    Place begin = at;
    while (at < end && at - begin < 12 && Py_ISALPHA(*at))
        at++;
    return at - begin >= 2 ? at : NULL;
}

/* A host of at most nine parts; where the last ones are none, as much before them as is one. */
static Place host(Place at, Place end)
{
    Place parts[8];
    int count = 0;
    while (count < 8 && (at = label(at, end)))
        parts[count++] = at;
    while (count--)
        if ((at = top_level(parts[count], end)))
            return at;
    return NULL;
}

/* The host of a link whose "href" ends here; of an address inside an address the inner one. */
static Bytes host_of(Place at, Place end)
{
    Bytes found = {NULL, NULL};
    at = word(spaces(at, end), end, "=");
    if (!at)
        return found;
    at = spaces(at, end);
    if (at < end && (*at == '"' || *at == '\''))
        at++;
    Place behind = scheme(at, end);
    at = word(behind ? behind : at, end, "//");
    if (!at)
        return found;
    Place inner = archive(at, end);
    if (inner && (found.end = host(inner, end)))
        found.at = inner;
    else if ((found.end = host(at, end)))
        found.at = at;
    return found;
}

PyObject *lowered(Bytes name)
{
    PyObject *text = PyUnicode_New(name.end - name.at, 127);
    for (Py_ssize_t i = 0; text && i < name.end - name.at; i++)
        PyUnicode_1BYTE_DATA(text)[i] = (Py_UCS1)Py_TOLOWER(name.at[i]);
    return text;
}

PyObject *linked(Bytes page, Py_ssize_t limit)
{
    PyObject *hosts = PyList_New(0);
    while (hosts && PyList_GET_SIZE(hosts) < limit && (page.at = find(page, "href", 4))) {
        page.at += 4;
        const Bytes found = host_of(page.at, page.end);
        if (!found.at)
            continue;
        page.at = found.end;
        PyObject *name = lowered(found);
        if (!name || PyList_Append(hosts, name) < 0)
            Py_CLEAR(hosts);
        Py_XDECREF(name);
    }
    return hosts;
}
