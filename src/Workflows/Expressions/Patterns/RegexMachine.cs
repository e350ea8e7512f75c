using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Patterns;

/// <summary>
/// Runs a program over a text, all ways in step (Pike's machine). Ways are kept in order of preference, each with its own places, so the match and its
/// groups are those that JavaScript's backtracking finds first; two ways at one instruction are one, which is what keeps it linear.
/// </summary>
internal sealed class RegexMachine(Evaluation run, RegexProgram program, string text)
{
    private readonly int[] seen = new int[program.Code.Length];
    private readonly ulong[] seenWith = new ulong[program.Code.Length];
    private List<(int At, int[] Places)> current = [];
    private List<(int At, int[] Places)> next = [];
    private int generation;
    private long moves;

    public RegexMatch? Run(int from, bool sticky)
    {
        run.Step(10);
        run.Allocate(64 + (12 * program.Code.Length));
        current.Clear();
        int[]? best = null;
        var fresh = NewPlaces();
        for (var at = from; at <= text.Length;)
        {
            if (current.Count == 0 && (best is not null || (sticky && at > from)))
            {
                break;
            }

            at = current.Count == 0 && !sticky ? Skip(at) : at;
            if (best is null && (!sticky || at == from))
            {
                generation = current.Count == 0 ? generation + 1 : generation;
                Follow(current, 0, fresh, at);
            }

            at += Advance(at, ref best);
        }

        run.Step(moves);
        moves = 0;
        return best is null ? null : new RegexMatch(text, best[..(program.Groups * 2)], program.Names);
    }

    private int[] NewPlaces()
    {
        var places = new int[program.Slots];
        Array.Fill(places, -1);
        return places;
    }

    /// <summary>To the next place where a match can start at all.</summary>
    private int Skip(int at)
    {
        if (program.FirstCharacter < 0 || at >= text.Length)
        {
            return at;
        }

        var found = text.IndexOf((char)program.FirstCharacter, at);
        moves += ((found < 0 ? text.Length : found) - at) / 16;
        return found < 0 ? text.Length : found;
    }

    /// <summary>Moves every way over one character; returns how long it was.</summary>
    private int Advance(int at, ref int[]? best)
    {
        var (code, length) = at >= text.Length ? (-1, 1) : program.Unicode ? CodePoints.At(text, at) : (text[at], 1);
        generation++;
        next.Clear();
        foreach (var (place, places) in current)
        {
            var instruction = program.Code[place];
            if (instruction.Kind == RegexOperation.Done)
            {
                // Ways behind this one are less preferred.
                best = places;
                break;
            }

            if (code >= 0 && instruction.Set!.Contains(code))
            {
                Follow(next, place + 1, places, at + length);
            }
        }

        moves += current.Count + 1;
        if (moves > 1000)
        {
            run.Step(moves);
            moves = 0;
        }

        (current, next) = (next, current);
        return length;
    }

    /// <summary>Adds a way, and all that it leads to without reading a character, in order of preference.</summary>
    private void Follow(List<(int At, int[] Places)> ways, int start, int[] startPlaces, int at)
    {
        var pending = new Stack<(int At, int[] Places)>();
        pending.Push((start, startPlaces));
        while (pending.TryPop(out var way))
        {
            var instruction = program.Code[way.At];
            moves++;
            if (WasHere(way.At, UnmovedRounds(instruction, way.Places, at)))
            {
                continue;
            }

            if (instruction.Kind is RegexOperation.Set or RegexOperation.Done)
            {
                ways.Add(way);
            }
            else
            {
                Step(pending, instruction, way, at);
            }
        }
    }

    /// <summary>
    /// How many of the rounds around have not moved yet. Two ways at one instruction are the same only if this is equal too: a round that has not
    /// moved must not end here, one that has may. Rounds are nested, so the number tells which.
    /// </summary>
    private static int UnmovedRounds(RegexInstruction instruction, int[] places, int at)
    {
        var count = 0;
        foreach (var slot in instruction.Marks)
        {
            count += places[slot] == at ? 1 : 0;
        }

        return count;
    }

    private bool WasHere(int place, int unmoved)
    {
        if (seen[place] != generation)
        {
            (seen[place], seenWith[place]) = (generation, 0);
        }

        var bit = 1UL << unmoved;
        var was = (seenWith[place] & bit) != 0;
        seenWith[place] |= bit;
        return was;
    }

    private void Step(Stack<(int At, int[] Places)> pending, RegexInstruction instruction, (int At, int[] Places) way, int at)
    {
        switch (instruction.Kind)
        {
            case RegexOperation.Split:
                pending.Push((instruction.B, way.Places));
                pending.Push((instruction.A, way.Places));
                break;
            case RegexOperation.Jump:
                pending.Push((instruction.A, way.Places));
                break;
            case RegexOperation.Save or RegexOperation.Mark:
                pending.Push((way.At + 1, With(way.Places, instruction.A, instruction.A + 1, at)));
                break;
            case RegexOperation.Forget:
                pending.Push((way.At + 1, With(way.Places, instruction.A, instruction.B, -1)));
                break;
            case RegexOperation.Moved when way.Places[instruction.A] == at:
                break;
            default:
                if (instruction.Kind == RegexOperation.Moved || Holds(instruction.Kind, at))
                {
                    pending.Push((way.At + 1, way.Places));
                }

                break;
        }
    }

    private int[] With(int[] places, int from, int to, int value)
    {
        moves += 1 + (places.Length / 8);
        var copy = (int[])places.Clone();
        Array.Fill(copy, value, from, to - from);
        return copy;
    }

    private bool Holds(RegexOperation assertion, int at) => assertion switch
    {
        RegexOperation.Start => at == 0 || (program.Multiline && Whitespace.IsLineEnd(text[at - 1])),
        RegexOperation.End => at == text.Length || (program.Multiline && Whitespace.IsLineEnd(text[at])),
        RegexOperation.WordBoundary => IsWord(at - 1) != IsWord(at),
        _ => IsWord(at - 1) == IsWord(at),
    };

    private bool IsWord(int at) => at >= 0 && at < text.Length && CharacterSet.IsWord(text[at]);
}
