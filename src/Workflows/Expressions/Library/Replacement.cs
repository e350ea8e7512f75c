using System.Text;

using CaseMgmt.Workflows.Expressions.Patterns;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>The second argument of replace, with its <c>$&amp;</c>, <c>$1</c>, <c>$&lt;name&gt;</c>.</summary>
internal sealed class Replacement(string template)
{
    public string Expand(Evaluation run, RegexMatch found)
    {
        run.Step(template.Length / 8);
        if (!template.Contains('$', StringComparison.Ordinal))
        {
            return template;
        }

        var made = new StringBuilder();
        for (var at = 0; at < template.Length;)
        {
            var (part, length) = template[at] == '$' && at + 1 < template.Length ? Special(run, found, at) : (template[at].ToString(), 1);
            run.AllocateText(part.Length);
            made.Append(part);
            at += length;
        }

        return made.ToString();
    }

    private (string Part, int Length) Special(Evaluation run, RegexMatch found, int at)
    {
        var mark = template[at + 1];
        if (mark is '`' or '\'')
        {
            // Copies of the rest, once for each match: charged before they are cut.
            run.AllocateText(found.Source.Length);
        }

        return mark switch
        {
            '$' => ("$", 2),
            '&' => (found.Source[found.Start..found.End], 2),
            '`' => (found.Source[..found.Start], 2),
            '\'' => (found.Source[found.End..], 2),
            '<' when found.Names.Count > 0 => Named(run, found, at),
            >= '0' and <= '9' => Numbered(run, found, at),
            _ => ("$", 1),
        };
    }

    private (string Part, int Length) Numbered(Evaluation run, RegexMatch found, int at)
    {
        var one = template[at + 1] - '0';
        var two = at + 2 < template.Length && char.IsAsciiDigit(template[at + 2]) ? (one * 10) + template[at + 2] - '0' : 0;
        if (two > 0 && two < found.Groups)
        {
            return (found.Text(run, two).AsText ?? "", 3);
        }

        return one > 0 && one < found.Groups ? (found.Text(run, one).AsText ?? "", 2) : ("$", 1);
    }

    private (string Part, int Length) Named(Evaluation run, RegexMatch found, int at)
    {
        var end = template.IndexOf('>', at);
        if (end < 0)
        {
            return ("$", 1);
        }

        var group = found.Names.FirstOrDefault(one => one.Name == template[(at + 2)..end]);
        return (group.Name is null ? "" : found.Text(run, group.Group).AsText ?? "", end - at + 1);
    }
}
