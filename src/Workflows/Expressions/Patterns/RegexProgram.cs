using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Patterns;

internal enum RegexOperation
{
    Set,
    Split,
    Jump,
    Save,
    Forget,
    Mark,
    Moved,
    Start,
    End,
    WordBoundary,
    NotWordBoundary,
    Done,
}

/// <summary>One instruction; A and B are targets (Split prefers A), a slot, or a range of slots.</summary>
internal sealed record RegexInstruction(RegexOperation Kind, int A = 0, int B = 0, CharacterSet? Set = null)
{
    /// <summary>Slots of the rounds around this instruction that must not be empty, from the outermost in.</summary>
    public int[] Marks { get; init; } = [];
}

/// <summary>A compiled pattern. Matching walks all ways at once, so its time is at most text times pattern, and every move is charged.</summary>
internal sealed class RegexProgram
{
    private RegexProgram(string source, string flags)
    {
        Source = source;
        Flags = string.Concat(flags.Order());
        Global = flags.Contains('g', StringComparison.Ordinal);
        Sticky = flags.Contains('y', StringComparison.Ordinal);
        Unicode = flags.Contains('u', StringComparison.Ordinal);
        Multiline = flags.Contains('m', StringComparison.Ordinal);
    }

    public string Source { get; }

    public string Flags { get; }

    public bool Global { get; }

    public bool Sticky { get; }

    public bool Unicode { get; }

    public bool Multiline { get; }

    public RegexInstruction[] Code { get; private set; } = [];

    public int Groups { get; private set; }

    /// <summary>Places a way through the pattern remembers: two for each group, and one for each optional part that may be empty.</summary>
    public int Slots { get; private set; }

    public IReadOnlyList<(string Name, int Group)> Names { get; private set; } = [];

    /// <summary>The character every match starts with, or -1.</summary>
    public int FirstCharacter { get; private set; } = -1;

    /// <exception cref="RegexProblemException">The pattern is wrong or refused.</exception>
    public static RegexProgram Compile(string source, string flags)
    {
        var wrong = flags.Where((flag, place) => !"gimsuy".Contains(flag, StringComparison.Ordinal) || flags.IndexOf(flag, StringComparison.Ordinal) != place).ToArray();
        if (wrong.Length > 0)
        {
            throw new RegexProblemException(source.Length, $"The flag '{wrong[0]}' is not allowed or given twice.");
        }

        var made = new RegexProgram(source, flags);
        var parser = new RegexParser(source, flags.Contains('i', StringComparison.Ordinal), made.Unicode, flags.Contains('s', StringComparison.Ordinal));
        var node = parser.Parse();
        var compiler = new RegexCompiler(parser.Groups);
        made.Code = compiler.Compile(node);
        made.Groups = parser.Groups;
        made.Slots = compiler.Slots;
        made.Names = parser.Names;
        var first = made.Code.FirstOrDefault(one => one.Kind is not (RegexOperation.Save or RegexOperation.Forget));
        made.FirstCharacter = first is { Kind: RegexOperation.Set, Set.Only: { } only and <= 0xFFFF } ? only : -1;
        return made;
    }

    /// <summary>The first match from this place on, or at this very place if sticky.</summary>
    public RegexMatch? Match(Evaluation run, string text, int from, bool sticky) => new RegexMachine(run, this, text).Run(from, sticky);

    /// <summary>All matches from the start, as a global search finds them.</summary>
    public List<RegexMatch> AllMatches(Evaluation run, string text)
    {
        var machine = new RegexMachine(run, this, text);
        var found = new List<RegexMatch>();
        for (var from = 0; from <= text.Length;)
        {
            if (machine.Run(from, Sticky) is not { } match)
            {
                break;
            }

            run.Allocate(80 + (8 * Slots));
            found.Add(match);
            from = match.End > match.Start ? match.End : match.End + (Unicode && match.End < text.Length ? CodePoints.At(text, match.End).Length : 1);
        }

        return found;
    }
}

/// <summary>A match: places of the groups in the text, two for each, -1 where a group took no part.</summary>
internal sealed record RegexMatch(string Source, int[] Places, IReadOnlyList<(string Name, int Group)> Names)
{
    public int Start => Places[0];

    public int End => Places[1];

    public int Groups => Places.Length / 2;

    public JsValue Text(Evaluation run, int group)
    {
        var (from, to) = (Places[2 * group], Places[(2 * group) + 1]);
        if (from < 0 || to < 0)
        {
            return default;
        }

        run.AllocateText(to - from);
        return JsValue.Of(Source[from..to]);
    }

    public JsObject NamedGroups(Evaluation run)
    {
        var made = new JsGroups();
        foreach (var (name, group) in Names)
        {
            made.Set(run, name, Text(run, group));
        }

        return made;
    }
}
