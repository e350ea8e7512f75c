using CaseMgmt.Workflows.Expressions.Patterns;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>split by a pattern: groups of the separator become elements too.</summary>
internal static class PatternSplit
{
    public static void Into(Evaluation run, JsArray made, string text, RegexProgram pattern, uint limit)
    {
        if (text.Length == 0)
        {
            if (pattern.Match(run, text, 0, sticky: true) is null)
            {
                made.Add(run, JsValue.EmptyText);
            }

            return;
        }

        var from = 0;
        for (var at = 0; at < text.Length;)
        {
            var found = pattern.Match(run, text, at, sticky: false);
            if (found is null || found.Start >= text.Length)
            {
                break;
            }

            if (found.End == from || found.End == found.Start && found.Start == from)
            {
                // An empty separator at the start of a part splits nothing.
                at = Math.Max(at, found.Start) + 1;
                continue;
            }

            if (!AddPart(run, made, text, from, found, limit))
            {
                return;
            }

            from = found.End;
            at = Math.Max(found.End, found.Start == found.End ? found.Start + 1 : found.End);
        }

        run.AllocateText(text.Length - from);
        made.Add(run, JsValue.Of(text[from..]));
    }

    private static bool AddPart(Evaluation run, JsArray made, string text, int from, RegexMatch found, uint limit)
    {
        run.AllocateText(found.Start - from);
        made.Add(run, JsValue.Of(text[from..found.Start]));
        for (var group = 1; group < found.Groups && made.Items.Count < limit; group++)
        {
            made.Add(run, found.Text(run, group));
        }

        return made.Items.Count < limit;
    }
}
