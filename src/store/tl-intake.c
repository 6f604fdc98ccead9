/* tl-intake.c: makes records of what an XML parser reports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-intake-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* About as many bytes of a file make one record with an id. */
#define BYTES_AN_ID 128

const char *
tl_intake_get_record_id (TlIntake *self)
{
  for (guint i = self->depth; i > 0; i--)
    {
      TlFrame *frame = &self->frames[i - 1];
      int id_field;

      if (frame->kind != TL_FRAME_RECORD)
        continue;
      id_field = frame->plan->type->id_field;
      if (frame->record != NULL && id_field >= 0)
        return tl_record_get_id (frame->record);
      if (i - 1 == self->pending && tl_intake_get_value (self, id_field) != NULL)
        return tl_intake_get_value (self, id_field);
    }
  return NULL;
}

/* Takes @message. Returns whether to go on. */
gboolean
tl_intake_report (TlIntake     *self,
                  TlStoreError  code,
                  guint         line,
                  char         *message)
{
  TlProblem *problem;

  if (self->stopped)
    {
      g_free (message);
      return FALSE;
    }

  problem = tl_problem_new (code, line, 0, tl_intake_get_record_id (self), message);
  if (!self->report (problem, self->report_data))
    self->stopped = TRUE;
  return !self->stopped;
}

void
tl_intake_give_up (TlIntake     *self,
                   TlStoreError  code,
                   guint         line,
                   char         *message)
{
  tl_intake_report (self, code, line, message);
  self->stopped = TRUE;
}

static TlFrame *
push_frame (TlIntake   *self,
            TlFrameKind kind,
            guint       line)
{
  TlFrame *frame = &self->frames[self->depth];

  *frame = (TlFrame){ .kind = kind, .line = line, .owner = self->depth > 0 ? self->depth - 1 : 0 };
  if (self->depth > 0 && self->frames[self->depth - 1].kind == TL_FRAME_WRAPPER)
    frame->owner = self->frames[self->depth - 1].owner;
  self->depth++;
  return frame;
}

/* Reads the attributes of a record. Returns how many are unknown. */
static guint
take_attributes (TlIntake       *self,
                 TlFrame        *frame,
                 int             n_attributes,
                 const xmlChar **attributes)
{
  guint hint = 0, n_unknown = 0;

  for (int i = 0; i < n_attributes; i++, attributes += 5)
    {
      int field = attributes[1] == NULL
                  ? tl_type_plan_find_attribute (frame->plan, attributes[0], hint)
                  : -1;

      if (field < 0)
        {
          self->unknown[n_unknown] = attributes;
          n_unknown = MIN (n_unknown + 1, G_N_ELEMENTS (self->unknown) - 1);
          continue;
        }
      tl_intake_put_value (self, field, (const char *) attributes[3], attributes[4] - attributes[3]);
      /* By the time it is needed, memory has answered. */
      if (frame->plan->ids & 1u << field && self->project != NULL)
        tl_project_prefetch (self->project, (const char *) attributes[3], attributes[4] - attributes[3]);
      hint = field + 1;
    }
  return n_unknown;
}

static void
start_record (TlIntake             *self,
              TlSlot               *slot,
              const TlElementStart *start)
{
  TlFrame *frame;
  guint n_unknown;

  if (self->pending != TL_NO_FRAME)
    {
      tl_intake_flush (self, FALSE);
      if (self->stopped)
        return;
    }

  frame = push_frame (self, TL_FRAME_RECORD, start->line);
  frame->plan = slot->plan;
  frame->list = slot->number;
  if (self->frames[frame->owner].is_rejected)
    {
      self->depth--;
      self->skip_depth = 1;
      return;
    }

  tl_intake_begin_values (self, self->depth - 1);
  n_unknown = take_attributes (self, frame, start->n_attributes, start->attributes);
  if (G_UNLIKELY (n_unknown > 0 || start->n_namespaces > 0))
    tl_intake_keep_attributes (self, frame, NULL, start, n_unknown);
  if (G_UNLIKELY (self->waiting->len > 0))
    tl_intake_keep_leading (self, frame, NULL, frame->plan->depth);
  if (frame->plan->content >= 0)
    g_string_truncate (self->text, 0);
}

static void
start_inner (TlIntake             *self,
             TlSlot               *slot,
             const TlElementStart *start)
{
  TlFrame *frame = push_frame (self, slot->kind == TL_SLOT_TEXT ? TL_FRAME_TEXT : TL_FRAME_WRAPPER,
                               start->line);
  TlFrame *owner = &self->frames[frame->owner];
  const char *name = (const char *) slot->name;

  frame->slot = slot;
  for (int i = 0; i < start->n_attributes && i < (int) G_N_ELEMENTS (self->unknown) - 1; i++)
    self->unknown[i] = start->attributes + 5 * i;
  if (G_UNLIKELY (start->n_attributes > 0 || start->n_namespaces > 0))
    tl_intake_keep_attributes (self, owner, name, start,
                               MIN (start->n_attributes, (int) G_N_ELEMENTS (self->unknown) - 1));
  if (G_UNLIKELY (self->waiting->len > 0))
    tl_intake_keep_leading (self, owner, name, owner->plan->depth + 1);
  if (frame->kind == TL_FRAME_TEXT)
    g_string_truncate (self->text, 0);
}

static void
end_frame (TlIntake *self,
           guint     line)
{
  guint number = self->depth - 1;
  TlFrame *frame = &self->frames[number];

  if (G_UNLIKELY (self->waiting->len > 0))
    tl_intake_keep_rest (self, frame);

  switch (frame->kind)
    {
    case TL_FRAME_RECORD:
      if (frame->plan->content >= 0)
        tl_intake_take_text (self, number, frame->plan->content, line);
      if (self->pending == number)
        tl_intake_flush (self, TRUE);
      if (frame->record != NULL)
        tl_intake_take_kept (frame, frame->record);
      g_clear_pointer (&frame->kept, tl_kept_free);
      break;
    case TL_FRAME_TEXT:
      tl_intake_take_text (self, frame->owner, frame->slot->number, line);
      break;
    case TL_FRAME_WRAPPER:
    case TL_FRAME_FRAGMENT:
    default:
      break;
    }
  self->depth--;
}

static void
start_root (TlIntake             *self,
            const TlElementStart *start)
{
  const char *expected = self->records != NULL ? TL_FRAGMENT_TAG : tl_project_type.tag;
  const char *uri = start->uri != NULL ? (const char *) start->uri : "";
  guint n_unknown;
  TlFrame *frame;

  if (strcmp ((const char *) start->name, expected) != 0 || !g_str_has_prefix (uri, TL_NAMESPACE_STEM))
    {
      tl_intake_give_up (self, TL_STORE_ERROR_NOT_A_PROJECT, start->line,
               /* Translators: name of an XML element, XML namespace */
               g_strdup_printf (_("This is not a project but another kind of XML: its root is “%s” "
                                  "in the namespace “%s”."),
                                (const char *) start->name, uri));
      return;
    }
  if (strcmp (uri, TL_NAMESPACE) != 0)
    {
      tl_intake_give_up (self, TL_STORE_ERROR_NEWER_VERSION, start->line,
               /* Translators: XML namespace */
               g_strdup_printf (_("The project was made by a newer version of Throughline, in the "
                                  "format “%s”. Update Throughline to open it."),
                                uri));
      return;
    }

  tl_foreign_declare_root (&self->foreign, start->n_namespaces, start->namespaces);
  frame = push_frame (self, self->records != NULL ? TL_FRAME_FRAGMENT : TL_FRAME_RECORD, start->line);
  if (frame->kind == TL_FRAME_FRAGMENT)
    return;

  frame->plan = g_ptr_array_index (self->plan->plans, 0);
  frame->record = TL_RECORD (self->project = tl_project_new_unsealed ());
  tl_project_reserve (self->project, self->expected / BYTES_AN_ID);
  tl_intake_begin_values (self, 0);
  n_unknown = take_attributes (self, frame, start->n_attributes, start->attributes);
  tl_intake_check_root (self, frame);
  if (self->stopped)
    return;
  if (n_unknown > 0 || self->foreign.n_root > 0)
    tl_intake_keep_attributes (self, frame, NULL, start, n_unknown);
  if (self->waiting->len > 0)
    tl_intake_keep_leading (self, frame, NULL, 0);
}

static TlSlot *
find_slot (TlIntake      *self,
           TlFrame       *frame,
           const xmlChar *name)
{
  switch (frame->kind)
    {
    case TL_FRAME_RECORD:
      return tl_slots_find (frame->plan->slots, frame->plan->n_slots, name);
    case TL_FRAME_WRAPPER:
      return tl_slots_find (frame->slot->slots, frame->slot->n_slots, name);
    case TL_FRAME_FRAGMENT:
      return tl_slots_find (self->fragment_slots, self->n_fragment_slots, name);
    case TL_FRAME_TEXT:
    default:
      return NULL;
    }
}

void
tl_intake_start_element (TlIntake       *self,
                         guint           line,
                         const xmlChar  *name,
                         const xmlChar  *prefix,
                         const xmlChar  *uri,
                         int             n_namespaces,
                         const xmlChar **namespaces,
                         int             n_attributes,
                         const xmlChar **attributes)
{
  TlElementStart start = { line, name, prefix, uri, n_namespaces, namespaces, n_attributes, attributes };
  TlSlot *slot = NULL;
  TlFrame *top;

  if (self->stopped)
    return;
  if (G_UNLIKELY (self->depth + self->foreign_depth + self->skip_depth >= TL_MAX_DEPTH))
    {
      tl_intake_give_up (self, TL_STORE_ERROR_LIMIT, line,
               g_strdup_printf (_("Elements are nested more than %d deep. No project needs that; "
                                  "the file is damaged or made to do harm."),
                                TL_MAX_DEPTH));
      return;
    }
  if (G_UNLIKELY (self->skip_depth > 0))
    {
      self->skip_depth++;
      return;
    }
  if (G_UNLIKELY (self->depth == 0))
    {
      start_root (self, &start);
      return;
    }

  top = &self->frames[self->depth - 1];
  if (self->foreign_depth == 0 && (uri == self->home || xmlStrEqual (uri, self->home)))
    slot = find_slot (self, top, name);

  if (slot == NULL)
    tl_intake_start_foreign (self, &start);
  else if (slot->kind == TL_SLOT_RECORD)
    start_record (self, slot, &start);
  else
    start_inner (self, slot, &start);
}

void
tl_intake_end_element (TlIntake      *self,
                       guint          line,
                       const xmlChar *name,
                       const xmlChar *prefix)
{
  if (self->stopped)
    return;

  if (self->skip_depth > 0)
    self->skip_depth--;
  else if (self->foreign_depth > 0)
    tl_intake_end_foreign (self, line, name, prefix);
  else if (self->depth > 1)
    end_frame (self, line);
  else
    {
      /* What follows the root still belongs to it. */
      if (self->waiting->len > 0)
        tl_intake_keep_rest (self, &self->frames[0]);
      self->is_after_root = TRUE;
    }
}

static gboolean
is_blank (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ' && text[i] != '\n' && text[i] != '\t' && text[i] != '\r')
      return FALSE;
  return TRUE;
}

void
tl_intake_characters (TlIntake   *self,
                      guint       line,
                      const char *text,
                      gsize       length)
{
  TlFrame *top;

  if (self->stopped || self->depth == 0 || self->skip_depth > 0)
    return;
  if (self->foreign_depth > 0)
    {
      tl_foreign_text (&self->foreign, self->piece, text, length);
      tl_intake_check_kept (self, line);
      return;
    }

  top = &self->frames[self->depth - 1];
  if (top->kind == TL_FRAME_TEXT || (top->kind == TL_FRAME_RECORD && top->plan->content >= 0))
    {
      if (self->text->len + length <= TL_MAX_VALUE)
        g_string_append_len (self->text, text, length);
      else
        tl_intake_give_up (self, TL_STORE_ERROR_LIMIT, line,
                 g_strdup_printf (_("A text is longer than %d MiB."), TL_MAX_VALUE >> 20));
    }
  else if (G_UNLIKELY (!top->has_stray_text && !is_blank (text, length)))
    {
      top->has_stray_text = TRUE;
      tl_intake_report (self, TL_STORE_ERROR_SYNTAX, line,
                        g_strdup (_("There is text where no text can be.")));
    }
}

/* A fragment can hold records of every type but the root's. */
static void
add_fragment_slots (TlIntake *self)
{
  self->n_fragment_slots = self->plan->plans->len - 1;
  self->fragment_slots = g_new0 (TlSlot, self->n_fragment_slots);
  for (guint i = 0; i < self->n_fragment_slots; i++)
    {
      TlTypePlan *plan = g_ptr_array_index (self->plan->plans, i + 1);
      TlSlot *slot = &self->fragment_slots[i];

      slot->kind = TL_SLOT_RECORD;
      slot->plan = plan;
      slot->name = xmlDictLookup (self->dict, BAD_CAST plan->type->tag, -1);
    }
}

TlIntake *
tl_intake_new (xmlDictPtr         dict,
               gboolean           is_fragment,
               TlIntakeReportFunc report,
               gpointer           user_data)
{
  TlIntake *self = g_new0 (TlIntake, 1);

  self->report = report;
  self->report_data = user_data;
  self->dict = dict;
  self->plan = tl_plan_new (&tl_project_type, dict);
  self->home = xmlDictLookup (dict, BAD_CAST TL_NAMESPACE, -1);
  tl_foreign_init (&self->foreign, self->home);
  self->pending = TL_NO_FRAME;
  self->values_size = 1024;
  self->values = g_malloc (self->values_size);
  self->text = g_string_sized_new (1024);
  self->piece = g_string_new (NULL);
  self->waiting = g_ptr_array_new_with_free_func (g_free);
  self->referrers = g_array_new (FALSE, FALSE, sizeof (TlReferrer));
  if (is_fragment)
    {
      self->records = g_ptr_array_new_with_free_func (g_object_unref);
      add_fragment_slots (self);
    }
  return self;
}

void
tl_intake_free (TlIntake *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->depth; i++)
    g_clear_pointer (&self->frames[i].kept, tl_kept_free);
  g_clear_object (&self->project);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_array_unref (self->referrers);
  g_ptr_array_unref (self->waiting);
  g_string_free (self->piece, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self->values);
  g_free (self->fragment_slots);
  tl_foreign_clear (&self->foreign);
  tl_plan_free (self->plan);
  g_free (self);
}

void
tl_intake_end (TlIntake *self,
               guint     line)
{
  if (self->stopped)
    return;

  self->skip_depth = self->foreign_depth = 0;
  if (self->is_after_root)
    tl_intake_keep_trailer (self);
  while (self->depth > 0)
    end_frame (self, line);
}

void
tl_intake_expect (TlIntake *self,
                  gsize     n_bytes)
{
  self->expected = n_bytes;
}

TlProject *
tl_intake_get_project (TlIntake *self)
{
  return self->project;
}

GArray *
tl_intake_get_referrers (TlIntake *self)
{
  return self->referrers;
}

GPtrArray *
tl_intake_steal_records (TlIntake *self)
{
  return g_steal_pointer (&self->records);
}

gboolean
tl_intake_has_stopped (TlIntake *self)
{
  return self->stopped;
}
