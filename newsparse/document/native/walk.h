/* The walk itself: through everything below an element, without recursion, because pages nest thousands deep. */
#ifndef NEWSPARSE_WALK_H
#define NEWSPARSE_WALK_H

#include "tree.h"

/* Reads a node: 1 where its inside, which there is, is to be walked; 0 where not; -1 to stop. */
typedef int Visit(void *state, const Node *node);
/* Leaves an element whose inside was walked; false to stop. */
typedef bool Leave(void *state, const Node *node);

/* False where it was stopped. */
static inline bool walk_below(const Node *root, void *state, Visit *visit, Leave *leave)
{
    const Node *node = root->first_child;
    while (node) {
        const int inside = visit(state, node);
        if (inside < 0)
            return false;
        if (inside) {
            node = node->first_child;
            continue;
        }
        while (!node->next) {
            node = node->parent;
            if (node == root || !node)
                return true;
            if (!leave(state, node))
                return false;
        }
        node = node->next;
    }
    return true;
}

#endif
