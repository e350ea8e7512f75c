namespace CaseMgmt.Workflows.Expressions.Patterns;

/// <summary>Why a regular expression is refused, with its place in the pattern.</summary>
public sealed class RegexProblemException(int offset, string reason) : Exception(reason)
{
    public int Offset { get; } = offset;
}

/// <summary>A part of a pattern.</summary>
internal abstract record RegexNode
{
    /// <summary>True if it can match nothing.</summary>
    public abstract bool CanBeEmpty { get; }
}

internal sealed record SetNode(CharacterSet Set) : RegexNode
{
    public override bool CanBeEmpty => false;
}

internal sealed record AssertionNode(RegexOperation Kind) : RegexNode
{
    public override bool CanBeEmpty => true;
}

internal sealed record GroupNode(RegexNode Body, int Number) : RegexNode
{
    public override bool CanBeEmpty => Body.CanBeEmpty;
}

internal sealed record SequenceNode(IReadOnlyList<RegexNode> Parts) : RegexNode
{
    public override bool CanBeEmpty => Parts.All(part => part.CanBeEmpty);
}

internal sealed record ChoiceNode(IReadOnlyList<RegexNode> Choices) : RegexNode
{
    public override bool CanBeEmpty => Choices.Any(part => part.CanBeEmpty);
}

/// <summary>A repetition; <paramref name="FirstGroup"/> to <paramref name="LastGroup"/> (exclusive) lie inside and are forgotten at each round.</summary>
internal sealed record RepeatNode(RegexNode Body, int Min, int Max, bool Greedy, int FirstGroup, int LastGroup) : RegexNode
{
    public const int Unlimited = int.MaxValue;

    public override bool CanBeEmpty => Min == 0 || Body.CanBeEmpty;
}
