/* tl-inspector-header.h: what is selected, by its kind, name and meaning
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "project/tl-record.h"
#include "reference/tl-concept.h"

G_BEGIN_DECLS

#define TL_TYPE_INSPECTOR_HEADER (tl_inspector_header_get_type ())

/* The head of the inspector. Below its name stands what the standard says of it,
 * and a button asks the help. */
G_DECLARE_FINAL_TYPE (TlInspectorHeader, tl_inspector_header, TL, INSPECTOR_HEADER, GtkBox)

/**
 * tl_inspector_header_show_concept:
 * @concept: what is selected
 *
 * Shows a concept of the edition, with its short place and what it means.
 */
void tl_inspector_header_show_concept   (TlInspectorHeader *self,
                                         const TlConcept   *concept);

/**
 * tl_inspector_header_show_attribute:
 * @attribute: what is selected
 *
 * Shows an attribute of a data object, and what it means.
 */
void tl_inspector_header_show_attribute (TlInspectorHeader *self,
                                         const TlAttribute *attribute);

/**
 * tl_inspector_header_show_record:
 * @record: what is selected
 *
 * Shows a record by its type and title; an element by its kind and its model.
 */
void tl_inspector_header_show_record    (TlInspectorHeader *self,
                                         TlRecord          *record);

/**
 * tl_inspector_header_show_several:
 * @records: (element-type TlRecord): two or more
 *
 * Shows how many are selected, and of what.
 */
void tl_inspector_header_show_several   (TlInspectorHeader *self,
                                         GPtrArray         *records);

G_END_DECLS
