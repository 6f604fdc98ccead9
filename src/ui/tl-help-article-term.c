/* tl-help-article-term.c: what is said of a term, and all terms of an edition
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-help-article-private.h"

#include "base/tl-language.h"
#include "ui/tl-inspector-sections.h"

#include <glib/gi18n.h>
#include <string.h>

/* Links {{{1 */

char *
tl_help_dup_link (const TlTerm *term)
{
  return g_strdup_printf ("[%s](%s)", tl_term_get_name (term), term->id);
}

/* Adds "A, B, C", each a link; nothing if there are none (TlTerm). */
static void
add_links (TlHelpArticle *self,
           const char    *heading,
           GPtrArray     *terms)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (terms->len == 0)
    return;
  for (guint i = 0; i < terms->len; i++)
    {
      g_autofree char *link = tl_help_dup_link (terms->pdata[i]);
      g_autofree char *isolated = tl_language_isolate (link);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", isolated);
    }
  tl_help_article_add_heading (self, heading);
  tl_help_article_add_text (self, text->str);
}

/* Concepts {{{1 */

/* The groups of the inspector say what the edition says; their rows lead to other terms. */
static void
reveal_cb (TlHelpArticle *self,
           const char    *key,
           TlSession     *session)
{
  const char *version = tl_edition_get_version (tl_session_get_edition (session));
  g_autofree char *id = g_strdup_printf ("%s/%s", version, key);

  tl_help_article_follow (self, id);
}

static void
add_concept_facts (TlHelpArticle   *self,
                   const TlConcept *concept)
{
  TlInspectorSections sections = { NULL, self->content };
  TlView view = { TL_VIEW_LEVEL1, concept->edition, NULL };

  self->session = tl_session_new ();
  tl_session_go (self->session, &view);
  g_signal_connect_object (self->session, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  sections.session = self->session;
  tl_inspector_add_concept_facts (&sections, concept);
}

static void
add_place (TlHelpArticle *self,
           const TlTerm  *term)
{
  const TlConcept *place = NULL;
  g_autofree char *link = NULL;
  g_autofree char *text = NULL;

  if (term->kind == TL_TERM_CONCEPT)
    place = tl_concept_get_place (term->concept);
  else if (term->kind == TL_TERM_ATTRIBUTE)
    place = tl_term_get_concept (term);
  if (place == NULL)
    return;
  link = tl_help_dup_link (tl_term_for_concept (place));
  /* Translators: where a term is at home; %1$s is what that is, such as “Value stream”, %2$s its name */
  text = g_strdup_printf (_("%1$s: %2$s"), tl_concept_get_kind_label (place), link);
  tl_help_article_add_text (self, text);
}

/* Kinds of elements {{{1 */

static void
add_unique (GPtrArray    *terms,
            const TlTerm *term)
{
  if (!g_ptr_array_find (terms, term, NULL))
    g_ptr_array_add (terms, (gpointer) term);
}

/* "is realized by Component, Interface", a line each kind of relations. */
static void
add_rules (TlHelpArticle       *self,
           const TlElementKind *kind,
           gboolean             outwards)
{
  g_autoptr (GPtrArray) rules = tl_metamodel_list_rules_of (kind, outwards);

  for (const TlRelationKind *const *relation = tl_metamodel_get_relation_kinds (kind->metamodel); *relation != NULL;
       relation++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < rules->len; i++)
        {
          const TlRelationRule *rule = rules->pdata[i];
          g_autofree char *link = tl_help_dup_link (tl_term_for_element_kind (outwards ? rule->to : rule->from));

          if (rule->relation == *relation)
            g_string_append_printf (text, "%s%s", text->len > 0 ? C_("list", ", ") : "", link);
        }
      if (text->len > 0)
        {
          const char *name = outwards ? tl_relation_kind_get_name (*relation) : tl_relation_kind_get_inverse (*relation);
          g_autofree char *line = g_strdup_printf ("[%s](%s): %s", name, tl_term_for_relation_kind (*relation)->id,
                                                   text->str);

          tl_help_article_add_text (self, line);
        }
    }
}

static void
add_element_kind (TlHelpArticle       *self,
                  const TlElementKind *kind)
{
  const TlGapRule *const *gap = tl_element_kind_get_gap_rules (kind);
  /* Translators: %1$s is a service model, such as “Logical”, %2$s what it is about */
  g_autofree char *lane = g_strdup_printf (_("Service model: %1$s. %2$s."), tl_lane_get_name (kind->lane),
                                           tl_lane_get_text (kind->lane));

  tl_help_article_add_text (self, lane);
  if (kind->data_object != NULL)
    {
      g_autofree char *link = tl_help_dup_link (tl_term_for_concept (&kind->data_object->concept));
      /* Translators: %s is the name of a data object of the standard */
      g_autofree char *text = g_strdup_printf (_("In the standard: %s"), link);

      tl_help_article_add_text (self, text);
    }
  if (*gap != NULL)
    {
      /* Translators: heading of what is a gap of an element of this kind */
      tl_help_article_add_heading (self, _("It Is a Gap When"));
      for (; *gap != NULL; gap++)
        tl_help_article_add_text (self, tl_gap_rule_get_message (*gap));
      tl_help_article_add_text (self, _("See [gaps and how to close them](gaps)."));
    }
  tl_help_article_add_heading (self, _("How It May Be Connected"));
  add_rules (self, kind, TRUE);
  add_rules (self, kind, FALSE);
  tl_help_article_add_text (self, _("What may be connected, and what is a gap, is our own reading of the standard."));
}

/* Kinds of relations {{{1 */

static void
list_ends (const TlRelationKind *relation,
           GPtrArray            *from,
           GPtrArray            *to)
{
  for (const TlElementKind *const *kind = tl_metamodel_get_kinds (relation->metamodel); *kind != NULL; kind++)
    {
      g_autoptr (GPtrArray) rules = tl_metamodel_list_rules_of (*kind, TRUE);

      for (guint i = 0; i < rules->len; i++)
        {
          const TlRelationRule *rule = rules->pdata[i];

          if (rule->relation != relation)
            continue;
          add_unique (from, tl_term_for_element_kind (rule->from));
          add_unique (to, tl_term_for_element_kind (rule->to));
        }
    }
}

static void
add_relation_kind (TlHelpArticle        *self,
                   const TlRelationKind *relation)
{
  g_autoptr (GPtrArray) from = g_ptr_array_new ();
  g_autoptr (GPtrArray) to = g_ptr_array_new ();
  /* Translators: %s is the name of a relation from its other end, such as “realizes” */
  g_autofree char *inverse = g_strdup_printf (_("The other way round: %s."), tl_relation_kind_get_inverse (relation));

  tl_help_article_add_text (self, inverse);
  if (relation->breaks_from)
    tl_help_article_add_text (self, _("If what it leads to fails, what it comes from is hit."));
  if (relation->breaks_to)
    tl_help_article_add_text (self, _("If what it comes from fails, what it leads to is hit."));
  list_ends (relation, from, to);
  add_links (self, _("It May Come From"), from);
  add_links (self, _("It May Lead To"), to);
}

/* Sources {{{1 */

static void
add_source (TlHelpArticle *self,
            const TlTerm  *term)
{
  const char *source = tl_term_get_source (term);
  const char *note = tl_term_get_note (term);
  g_autofree char *origin = tl_term_dup_origin (term);

  tl_help_article_add_heading (self, _("Source"));
  tl_help_article_add_text (self, origin);
  if (source != NULL)
    {
      gsize length = strcspn (source, " ");
      g_autofree char *address = g_markup_escape_text (source, length);
      g_autofree char *rest = g_markup_escape_text (source + length, -1);
      g_autofree char *place = g_str_has_prefix (source, "https://")
                                 ? g_strdup_printf ("<a href=\"%s\">%s</a>%s", address, address, rest)
                                 : g_strconcat (address, rest, NULL);
      /* Translators: %s is an address, perhaps with words after it */
      g_autofree char *markup = g_strdup_printf (_("Read in: %s"), place);

      tl_help_article_add_markup (self, markup);
    }
  else if (tl_term_is_standard (term))
    {
      tl_help_article_add_text (self, _("It follows from the sources of the edition as a whole; no single place is "
                                        "recorded."));
    }
  if (note != NULL)
    tl_help_article_add_text (self, note);
}

/* Terms {{{1 */

static const char *
get_related (const TlTerm *term)
{
  switch (term->kind)
    {
    case TL_TERM_ELEMENT_KIND:
      return _("See also: [the blueprint](blueprint)");
    case TL_TERM_RELATION_KIND:
      return _("See also: [connecting and tracing](connecting)");
    case TL_TERM_CONCEPT:
    case TL_TERM_ATTRIBUTE:
    default:
      return _("See also: [the diagram of the value chain](value-chain)");
    }
}

static void
add_show_link (TlHelpArticle *self,
               const TlTerm  *term)
{
  const TlConcept *concept = tl_term_get_concept (term);
  g_autofree char *text = NULL;

  if (!self->can_show || concept == NULL)
    return;
  text = g_strdup_printf ("[%s](show:%s)", _("Show in the Diagram"), tl_term_for_concept (concept)->id);
  tl_help_article_add_text (self, text);
}

void
tl_help_article_add_term (TlHelpArticle *self,
                          const TlTerm  *term)
{
  const char *text = tl_term_get_text (term);
  g_autofree char *caption = g_strdup_printf ("%s · %s", tl_term_get_kind_label (term),
                                              tl_edition_get_name (term->edition));

  tl_help_article_add_title (self, caption, tl_term_get_name (term));
  tl_help_article_add_text (self, text != NULL ? text : _("Not known in the sources"));
  add_place (self, term);
  add_show_link (self, term);
  if (term->kind == TL_TERM_CONCEPT)
    add_concept_facts (self, term->concept);
  else if (term->kind == TL_TERM_ELEMENT_KIND)
    add_element_kind (self, term->element_kind);
  else if (term->kind == TL_TERM_RELATION_KIND)
    add_relation_kind (self, term->relation_kind);
  add_source (self, term);
  tl_help_article_add_text (self, get_related (term));
}

/* All of an edition {{{1 */

static gboolean
belong_together (const TlTerm *a,
                 const TlTerm *b)
{
  return g_strcmp0 (tl_term_get_kind_label (a), tl_term_get_kind_label (b)) == 0;
}

void
tl_help_article_add_index (TlHelpArticle   *self,
                           const TlEdition *edition)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new ();
  /* Translators: %s is the name of an edition, such as IT4IT 3.0 */
  g_autofree char *title = g_strdup_printf (_("Terms of %s"), tl_edition_get_name (edition));

  tl_help_article_add_title (self, NULL, title);
  tl_help_article_add_text (self, _("See [editions 2.1 and 3.0](editions). Attributes are found with their data objects, "
                                    "and by searching."));
  for (const TlTerm *const *term = tl_term_list (edition); *term != NULL; term++)
    {
      if (group->len > 0 && !belong_together (group->pdata[0], *term))
        {
          add_links (self, tl_term_get_kind_label (group->pdata[0]), group);
          g_ptr_array_set_size (group, 0);
        }
      if ((*term)->kind != TL_TERM_ATTRIBUTE)
        g_ptr_array_add (group, (gpointer) *term);
    }
  add_links (self, group->len > 0 ? tl_term_get_kind_label (group->pdata[0]) : "", group);
}
