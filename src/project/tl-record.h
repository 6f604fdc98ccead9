/* tl-record.h: one thing of a project
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/tl-field.h"

G_BEGIN_DECLS

/* A record holds texts in numbered fields and child records in numbered lists,
 * as its TlRecordType says. TlProject, TlTool, TlService, TlElement … are its
 * final subclasses; each names its fields and lists in an enum and adds typed
 * getters. Every field is also a readable GObject property of that name, and
 * `notify` is emitted when it changes.
 *
 * A record that is not in a project is *loose*: whoever made it fills it with
 * tl_record_fill() and tl_record_adopt(). Once it is in a project that is
 * sealed, only transactions can change it: there is no other way in.
 *
 * Records live in the thread that owns their project. */

#define TL_TYPE_RECORD (tl_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (TlRecord, tl_record, TL, RECORD, GObject)

typedef struct _TlProject    TlProject;
typedef struct _TlRecordList TlRecordList;

struct _TlRecordClass
{
  GObjectClass        parent_class;
  const TlRecordType *type;

  /*< private >*/
  GParamSpec        **properties; /* by field number */
  guint32             required;   /* a bit for every required field */
  guint32             tokens;     /* likewise for those that hold tokens */
  guint32             references; /* likewise for those that refer to something */
};

/* The value of a field. @text ends with NUL, @length bytes from its start. */
typedef struct
{
  const char *text;
  gsize       length;
} TlRecordValue;

/**
 * tl_record_class_set_type:
 * @klass: class of a final subclass, in its class_init
 * @type: (transfer none): its constant description
 *
 * Sets the description and installs a property for every field.
 */
void tl_record_class_set_type (TlRecordClass      *klass,
                               const TlRecordType *type);

/**
 * tl_record_new:
 * @type: what to make
 *
 * Returns: (transfer full): a loose record without any fact
 */
TlRecord           *tl_record_new             (const TlRecordType *type) G_GNUC_WARN_UNUSED_RESULT;
const TlRecordType *tl_record_get_record_type (TlRecord           *self);

/**
 * tl_record_get:
 * @self: a record
 * @field: field number
 *
 * Returns: (nullable) (transfer none): the value, valid until the record
 *   changes; %NULL if not set
 */
const char *tl_record_get         (TlRecord *self,
                                   guint     field);

int         tl_record_get_integer (TlRecord *self,
                                   guint     field,
                                   int       fallback); /* if not set */
double      tl_record_get_number  (TlRecord *self,
                                   guint     field,
                                   double    fallback);
const char *tl_record_get_id      (TlRecord *self); /* NULL for types without id */
const char *tl_record_get_name    (TlRecord *self); /* the name field, "" if not set */

/**
 * tl_record_get_all:
 * @self: a record
 * @values: (out caller-allocates) (array): place for as many as the type has
 *   fields; those that are not set are left as they are
 *
 * Gets all fields at once, in about the time of one.
 *
 * Returns: a bit for each field that is set, the lowest for the first; the
 *   texts are valid until the record changes
 */
guint32     tl_record_get_all     (TlRecord      *self,
                                   TlRecordValue *values);

/**
 * tl_record_get_list:
 * @self: a record
 * @list: list number
 *
 * Returns: (transfer none): a #GListModel of records that lives as long as
 *   @self; it is made when first asked for
 */
TlRecordList *tl_record_get_list    (TlRecord *self,
                                     guint     list);
guint         tl_record_get_n_items (TlRecord *self,
                                     guint     list); /* without making the model */
TlRecord     *tl_record_get_child   (TlRecord *self,  /* likewise; NULL past the end */
                                     guint     list,
                                     guint     position);

/* Returns FALSE to stop. */
typedef gboolean (* TlRecordFunc) (TlRecord *record,
                                   gpointer  user_data);

/**
 * tl_record_foreach:
 * @self: a record
 * @func: must not change the project
 *
 * Calls @func for @self and everything it holds, in the order of the file,
 * without making list models.
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean   tl_record_foreach      (TlRecord     *self,
                                   TlRecordFunc  func,
                                   gpointer      user_data);

TlRecord  *tl_record_get_parent   (TlRecord *self); /* NULL for loose and root */
int        tl_record_get_position (TlRecord *self); /* in its list, -1 if loose */
guint      tl_record_get_list_number (TlRecord *self); /* of the list it is in */
TlProject *tl_record_get_project  (TlRecord *self); /* NULL if loose */

/**
 * tl_record_fill:
 * @self: a loose record, or one in a project that is not sealed yet
 * @field: field number
 * @value: (nullable): the value
 * @error: return location, %TL_PROJECT_ERROR_INVALID_VALUE
 *
 * Sets a field while a record is being made. Notifies nobody.
 */
gboolean   tl_record_fill  (TlRecord    *self,
                            guint        field,
                            const char  *value,
                            GError     **error);

/**
 * tl_record_fill_all:
 * @self: a loose record, or one in a project that is not sealed yet
 * @values: (array): the values by field number, %NULL for those not set; as
 *   many as the type has fields
 * @error: return location, %TL_PROJECT_ERROR_INVALID_VALUE
 *
 * Sets all fields at once, in the time and memory of one; what was set before
 * is forgotten. Also checks that what is required is there. On error nothing
 * has changed, and the message begins with the label of the field.
 */
gboolean   tl_record_fill_all (TlRecord           *self,
                               const char *const  *values,
                               GError            **error);

/**
 * tl_record_fill_values:
 * @self: a loose record, or one in a project that is not sealed yet
 * @set: a bit for each field to be set, the lowest for the first
 * @values: (array): the values by field number; only those in @set are looked at
 * @error: return location, %TL_PROJECT_ERROR_INVALID_VALUE
 *
 * Like tl_record_fill_all(), for who knows the lengths of the values.
 */
gboolean   tl_record_fill_values (TlRecord             *self,
                                  guint32               set,
                                  const TlRecordValue  *values,
                                  GError              **error);

/**
 * tl_record_adopt:
 * @self: a loose record, or one in a project that is not sealed yet
 * @list: list number
 * @child: (transfer full): a loose record of the list's type
 * @error: return location, %TL_PROJECT_ERROR_DUPLICATE_ID or
 *   %TL_PROJECT_ERROR_INVALID_VALUE
 *
 * Appends @child while its parent is being made. On error @child is dropped.
 * Where @self is part of a project, ids must be new and all that is required,
 * ids too, must be set in @child and what it holds; what a child is adopted by
 * before that is checked when the whole gets there.
 */
gboolean   tl_record_adopt (TlRecord    *self,
                            guint        list,
                            TlRecord    *child,
                            GError     **error);

/**
 * tl_record_duplicate:
 * @self: a record
 *
 * Copies a record with all it holds. Ids are made anew; references between the
 * copied records follow. The copy of a project is one that is not sealed.
 *
 * Returns: (transfer full): a loose copy
 */
TlRecord  *tl_record_duplicate (TlRecord *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_record_duplicate_all:
 * @records: (array length=n_records): records of any one project, or loose ones, each
 *   once, none of which holds another; no project
 * @project: (nullable): whose ids the copies must not have
 *
 * The same for several: references between them follow, too.
 *
 * Returns: (transfer full) (element-type TlRecord): loose copies, in order
 */
GPtrArray *tl_record_duplicate_all (TlRecord *const *records,
                                    guint            n_records,
                                    TlProject       *project) G_GNUC_WARN_UNUSED_RESULT;

/* What the file said and this version does not know, kept to be written back.
 * @attributes: ready-made text ` a:b="…" c="…"` incl. needed xmlns, or NULL.
 * @content: ready-made XML of unknown child elements and trailing comments, or NULL.
 * @leading: comments that stood before the element, or NULL. */
typedef struct
{
  char *attributes;
  char *content;
  char *leading;
} TlUnknown;

const TlUnknown *tl_record_get_unknown  (TlRecord  *self); /* NULL if nothing */
void             tl_record_take_unknown (TlRecord  *self,
                                         TlUnknown *unknown); /* transfer full; while being made */
void             tl_unknown_free        (TlUnknown *unknown);

/* A list of child records: a GListModel that belongs to its parent and changes
 * only through transactions. Emits the smallest items-changed. */
#define TL_TYPE_RECORD_LIST (tl_record_list_get_type ())
G_DECLARE_FINAL_TYPE (TlRecordList, tl_record_list, TL, RECORD_LIST, GObject)

TlRecord         *tl_record_list_get    (TlRecordList *self,
                                         guint         position); /* transfer none, NULL past the end */
guint             tl_record_list_get_n  (TlRecordList *self);
const TlListType *tl_record_list_get_list_type (TlRecordList *self);

G_END_DECLS
