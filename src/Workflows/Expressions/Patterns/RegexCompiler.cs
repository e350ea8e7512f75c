namespace CaseMgmt.Workflows.Expressions.Patterns;

/// <summary>Parts of a pattern to instructions. Counted repetitions are written out, so their size is bounded here.</summary>
internal sealed class RegexCompiler(int groups)
{
    private const int MaxSize = 3_000;

    private readonly List<RegexInstruction> code = [];
    private readonly List<int> marks = [];

    public int Slots { get; private set; } = groups * 2;

    public RegexInstruction[] Compile(RegexNode node)
    {
        Emit(new(RegexOperation.Save, 0));
        Write(node);
        Emit(new(RegexOperation.Save, 1));
        Emit(new(RegexOperation.Done));
        return [.. code];
    }

    private int Emit(RegexInstruction instruction)
    {
        if (code.Count >= MaxSize)
        {
            throw new RegexProblemException(0, "The regular expression is too large.");
        }

        code.Add(instruction with { Marks = [.. marks] });
        return code.Count - 1;
    }

    private void Write(RegexNode node)
    {
        switch (node)
        {
            case SetNode set:
                Emit(new(RegexOperation.Set, Set: set.Set));
                break;
            case AssertionNode assertion:
                Emit(new(assertion.Kind));
                break;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts)
                {
                    Write(part);
                }

                break;
            case GroupNode group:
                WriteGroup(group);
                break;
            case ChoiceNode choice:
                WriteChoice(choice);
                break;
            case RepeatNode repeat:
                WriteRepeat(repeat);
                break;
            default:
                throw new InvalidOperationException(node.GetType().Name);
        }
    }

    private void WriteGroup(GroupNode group)
    {
        if (group.Number == 0)
        {
            Write(group.Body);
            return;
        }

        Emit(new(RegexOperation.Save, 2 * group.Number));
        Write(group.Body);
        Emit(new(RegexOperation.Save, (2 * group.Number) + 1));
    }

    private void WriteChoice(ChoiceNode choice)
    {
        var exits = new List<int>();
        for (var index = 0; index < choice.Choices.Count - 1; index++)
        {
            var split = Emit(new(RegexOperation.Split));
            Write(choice.Choices[index]);
            exits.Add(Emit(new(RegexOperation.Jump)));
            code[split] = code[split] with { A = split + 1, B = code.Count };
        }

        Write(choice.Choices[^1]);
        foreach (var exit in exits)
        {
            code[exit] = code[exit] with { A = code.Count };
        }
    }

    private void WriteRepeat(RepeatNode repeat)
    {
        for (var count = 0; count < repeat.Min; count++)
        {
            WriteRound(repeat, mustMove: false);
        }

        if (repeat.Max == RepeatNode.Unlimited)
        {
            var split = Emit(new(RegexOperation.Split));
            WriteRound(repeat, repeat.Body.CanBeEmpty);
            Emit(new(RegexOperation.Jump, split));
            Prefer(repeat, split);
            return;
        }

        var splits = new List<int>();
        for (var count = repeat.Min; count < repeat.Max; count++)
        {
            splits.Add(Emit(new(RegexOperation.Split)));
            WriteRound(repeat, repeat.Body.CanBeEmpty);
        }

        foreach (var split in splits)
        {
            Prefer(repeat, split);
        }
    }

    private void Prefer(RepeatNode repeat, int split)
    {
        var (body, exit) = (split + 1, code.Count);
        code[split] = repeat.Greedy ? code[split] with { A = body, B = exit } : code[split] with { A = exit, B = body };
    }

    /// <summary>A round forgets the groups of the round before; one that is not required must not match nothing.</summary>
    private void WriteRound(RepeatNode repeat, bool mustMove)
    {
        var slot = mustMove ? Slots++ : 0;
        if (repeat.LastGroup > repeat.FirstGroup)
        {
            Emit(new(RegexOperation.Forget, 2 * repeat.FirstGroup, 2 * repeat.LastGroup));
        }

        if (mustMove)
        {
            Emit(new(RegexOperation.Mark, slot));
            marks.Add(slot);
        }

        Write(repeat.Body);
        if (mustMove)
        {
            Emit(new(RegexOperation.Moved, slot));
            marks.RemoveAt(marks.Count - 1);
        }
    }
}
