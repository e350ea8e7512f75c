namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>Small random patterns with nested, lazy and empty repetitions, applied to small random texts.</summary>
internal sealed class PatternGenerator(int seed)
{
    private static readonly string[] Atoms = ["a", "b", "c", ".", "\\d", "\\w", "\\s", "[ab]", "[^a]", "[a-c]", "\\W", "中", "[^\\d]"];
    private static readonly string[] Assertions = ["\\b", "^", "$", "\\B"];
    private static readonly string[] Counts = ["", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}"];
    private static readonly string[] Flags = ["", "g", "i", "m", "s", "u", "gi", "gm", "y"];
    private static readonly string[] Characters = ["a", "b", "c", "a", "b", " ", "1", "中", "\\n", "A"];

    private readonly Random random = new(seed);

    public string Next()
    {
        var pattern = $"/(?:{Choice(3)})/{Pick(Flags)}";
        var text = string.Concat(Enumerable.Range(0, random.Next(9)).Select(_ => Pick(Characters)));
        return random.Next(4) switch
        {
            0 => $"{pattern}.exec(\"{text}\")",
            1 => $"\"{text}\".replace({pattern}, \"[$&$1]\")",
            2 => $"\"{text}\".split({pattern})",
            _ => $"\"{text}\".match({pattern})",
        };
    }

    private string Choice(int depth) => depth <= 0
        ? Pick(["a", "b", "", "ab", "."])
        : string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Part(depth))) + (random.Next(4) == 0 ? "|" + Choice(depth - 1) : "");

    private string Part(int depth) => random.Next(5) switch
    {
        0 => Pick(Assertions),
        1 => $"({Choice(depth - 1)}){Pick(Counts)}",
        2 => $"(?:{Choice(depth - 1)}){Pick(Counts)}",
        _ => Pick(Atoms) + Pick(Counts),
    };

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
