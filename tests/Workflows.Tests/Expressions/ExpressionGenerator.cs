using System.Text;
using System.Text.RegularExpressions;

namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>Programs from templates and a seed: the same seed gives the same programs.</summary>
internal sealed partial class ExpressionGenerator(int seed)
{
    private readonly Random random = new(seed);

    public string Next() => Fill(Pick(OracleTemplates.Programs), random.Next(1, 4));

    [GeneratedRegex(@"\{(n|i|s|b|an|as|ax|o|d|v|r|rg)\}")]
    private static partial Regex Hole();

    private string Value(string kind, int depth)
    {
        var isLeaf = depth <= 0 || random.Next(4) == 0;
        var value = Fill(Pick((isLeaf ? OracleTemplates.Leaves : OracleTemplates.Shapes)[kind]), depth - 1);
        return kind == "o" ? $"({value})" : value;
    }

    private string Fill(string template, int depth)
    {
        var made = new StringBuilder();
        var from = 0;
        foreach (Match hole in Hole().Matches(template))
        {
            made.Append(template, from, hole.Index - from).Append(Value(hole.Groups[1].Value, depth));
            from = hole.Index + hole.Length;
        }

        return made.Append(template, from, template.Length - from).ToString();
    }

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
