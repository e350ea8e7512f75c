using System.Text;

using CaseMgmt.Workflows.Expressions.Patterns;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Members of texts that search by text or pattern: match, matchAll, replace, replaceAll, search, split.</summary>
internal static class TextSearch
{
    public static MemberTable AddTo(MemberTable table) => table
        .Add("match", (run, self, arguments) => Match(run, TextMembers.Of(self), PatternLibrary.Of(run, arguments.At(0), "")))
        .Add("matchAll", (run, self, arguments) => MatchAll(run, TextMembers.Of(self), PatternLibrary.Of(run, arguments.At(0), "g")))
        .Add("search", (run, self, arguments) => JsValue.Of(
            PatternLibrary.Of(run, arguments.At(0), "").Program.Match(run, TextMembers.Of(self), 0, sticky: false)?.Start ?? -1))
        .Add("replace", (run, self, arguments) => Replace(run, TextMembers.Of(self), arguments, all: false))
        .Add("replaceAll", (run, self, arguments) => Replace(run, TextMembers.Of(self), arguments, all: true))
        .Add("split", (run, self, arguments) => JsValue.Of(Split(run, TextMembers.Of(self), arguments)));

    private static JsValue Match(Evaluation run, string text, JsRegExp pattern)
    {
        if (!pattern.Program.Global)
        {
            return pattern.Execute(run, text);
        }

        var made = JsArray.Make(run, 0);
        foreach (var found in pattern.Program.AllMatches(run, text))
        {
            made.Add(run, found.Text(run, 0));
        }

        return made.Items.Count == 0 ? JsValue.Null : JsValue.Of(made);
    }

    private static JsValue MatchAll(Evaluation run, string text, JsRegExp pattern)
    {
        if (!pattern.Program.Global)
        {
            throw Fail.Type("String.prototype.matchAll called with a non-global RegExp argument");
        }

        return JsValue.Of(new JsIterator([.. pattern.Program.AllMatches(run, text).Select(found => JsValue.Of(pattern.Result(run, found)))], "RegExp String"));
    }

    private static JsValue Replace(Evaluation run, string text, ReadOnlySpan<JsValue> arguments, bool all)
    {
        var pattern = arguments.At(0).AsObject as JsRegExp;
        if (all && pattern is { Program.Global: false })
        {
            throw Fail.Type("replaceAll must be called with a global RegExp");
        }

        var wanted = pattern is null ? Coerce.ToText(run, arguments.At(0)) : "";
        var places = pattern is null ? PlacesOf(run, text, wanted, all)
            : pattern.Program.Global ? pattern.Program.AllMatches(run, text)
            : pattern.Program.Match(run, text, 0, pattern.Program.Sticky) is { } one ? [one] : [];
        var by = arguments.At(1);
        return by.IsUndefined || by.AsFunction is null
            ? Build(run, text, places, new Replacement(Coerce.ToText(run, by)).Expand)
            : Build(run, text, places, (_, found) => Ask(run, by, found));
    }

    /// <summary>Every place costs bytes, so that their number is bounded before the list grows.</summary>
    private static List<RegexMatch> PlacesOf(Evaluation run, string text, string wanted, bool all)
    {
        var places = new List<RegexMatch>();
        for (var from = 0; from <= text.Length;)
        {
            var at = TextMembers.IndexOf(run, text, wanted, from);
            if (at < 0)
            {
                break;
            }

            run.Allocate(80);
            places.Add(new RegexMatch(text, [at, at + wanted.Length], []));
            if (!all)
            {
                break;
            }

            from = at + Math.Max(1, wanted.Length);
        }

        return places;
    }

    private static string Ask(Evaluation run, JsValue function, RegexMatch found)
    {
        var values = new List<JsValue>();
        for (var group = 0; group < found.Groups; group++)
        {
            values.Add(found.Text(run, group));
        }

        values.Add(JsValue.Of(found.Start));
        values.Add(JsValue.Of(found.Source));
        if (found.Names.Count > 0)
        {
            values.Add(JsValue.Of(found.NamedGroups(run)));
        }

        return Coerce.ToText(run, run.Call(function, values.ToArray()));
    }

    private static JsValue Build(Evaluation run, string text, IEnumerable<RegexMatch> places, Func<Evaluation, RegexMatch, string> replacement)
    {
        var made = new StringBuilder();
        var from = 0;
        foreach (var found in places)
        {
            var part = replacement(run, found);
            run.AllocateText((long)part.Length + found.Start - from);
            made.Append(text, from, found.Start - from).Append(part);
            from = found.End;
        }

        run.AllocateText((long)made.Length + text.Length - from);
        return JsValue.Of(made.Append(text, from, text.Length - from).ToString());
    }

    private static JsArray Split(Evaluation run, string text, ReadOnlySpan<JsValue> arguments)
    {
        var limit = arguments.At(1).IsUndefined ? uint.MaxValue : unchecked((uint)Coerce.ToInt32(Coerce.ToNumber(run, arguments[1])));
        var made = JsArray.Make(run, 0);
        if (limit == 0)
        {
            return made;
        }

        if (arguments.At(0).IsUndefined)
        {
            made.Add(run, JsValue.Of(text));
        }
        else if (arguments.At(0).AsObject is JsRegExp pattern)
        {
            PatternSplit.Into(run, made, text, pattern.Program, limit);
        }
        else
        {
            SplitByText(run, made, text, Coerce.ToText(run, arguments.At(0)), limit);
        }

        return made;
    }

    private static void SplitByText(Evaluation run, JsArray made, string text, string separator, uint limit)
    {
        if (separator.Length == 0)
        {
            run.Step(text.Length);
            run.Allocate(48L * Math.Min(text.Length, limit));
            made.Items.AddRange(text.Take((int)Math.Min(text.Length, limit)).Select(character => JsValue.Of(character.ToString())));
            return;
        }

        for (var from = 0; made.Items.Count < limit;)
        {
            var at = TextMembers.IndexOf(run, text, separator, from);
            var end = at < 0 ? text.Length : at;
            run.AllocateText(end - from);
            made.Add(run, JsValue.Of(text[from..end]));
            if (at < 0)
            {
                return;
            }

            from = at + separator.Length;
        }
    }
}
