/* tl-foreign.h: XML that is not ours, put back into words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libxml/xmlstring.h>

#include <glib.h>

G_BEGIN_DECLS

/* Serialises what the parser reports of unknown attributes and elements, with
 * the namespace declarations they need. What is declared on the root is written
 * there again and can be relied upon; all else is declared where it is used, so
 * that a record can be moved. Names are borrowed from the parser. */
typedef struct
{
  GArray        *bindings; /* of what the text written so far has in scope */
  guint          n_root;
  const xmlChar *home;     /* namespace that has no prefix in what is written */
} TlForeign;

void     tl_foreign_init         (TlForeign       *self,
                                  const xmlChar   *home);
void     tl_foreign_clear        (TlForeign       *self);

/* Takes the declarations of the root as ones that everything can rely upon. */
void     tl_foreign_declare_root (TlForeign       *self,
                                  int              n_namespaces,
                                  const xmlChar  **namespaces);

/**
 * tl_foreign_append_attributes:
 * @out: where to
 * @namespaces: declarations of the element, as SAX2 gives them
 * @attributes: (array length=n_attributes): of each unknown attribute its five
 *   SAX2 pointers
 *
 * Writes the declarations and unknown attributes of an element that is ours.
 */
void     tl_foreign_append_attributes (TlForeign             *self,
                                       GString               *out,
                                       int                    n_namespaces,
                                       const xmlChar        **namespaces,
                                       guint                  n_attributes,
                                       const xmlChar *const **attributes);

/* Begins an element that is not ours; elements nest. FALSE if its prefix was
 * never declared: then nothing is written. */
gboolean tl_foreign_start        (TlForeign      *self,
                                  GString        *out,
                                  const xmlChar  *name,
                                  const xmlChar  *prefix,
                                  const xmlChar  *uri,
                                  int             n_namespaces,
                                  const xmlChar **namespaces,
                                  int             n_attributes,
                                  const xmlChar **attributes);
void     tl_foreign_end          (TlForeign      *self,
                                  GString        *out,
                                  const xmlChar  *name,
                                  const xmlChar  *prefix);
void     tl_foreign_text         (TlForeign      *self,
                                  GString        *out,
                                  const char     *text,
                                  gsize           length);
void     tl_foreign_markup       (TlForeign      *self, /* a comment or instruction */
                                  GString        *out,
                                  const char     *markup);

G_END_DECLS
