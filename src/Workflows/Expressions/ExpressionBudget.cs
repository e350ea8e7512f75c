namespace CaseMgmt.Workflows.Expressions;

/// <summary>
/// What expressions may still use. Steps and bytes, never time: the same program on the same values ends at the same place on every machine.
/// One budget may be shared by all expressions of a transition; it only ever shrinks.
/// </summary>
/// <param name="steps">Nodes entered by calls, plus elements and characters visited by library functions.</param>
/// <param name="bytes">Approximate bytes of every string, array and object made, charged before they are made.</param>
/// <param name="depth">Tree levels that may be open at once; bounds the stack of the thread.</param>
public sealed class ExpressionBudget(long steps = 1_000_000, long bytes = 16 * 1024 * 1024, int depth = 3_500)
{
    public long StepsLeft { get; private set; } = steps;

    public long BytesLeft { get; private set; } = bytes;

    /// <summary>Levels of the expression tree that may be open at once.</summary>
    public int Depth { get; } = depth;

    internal void Step(long count)
    {
        if ((StepsLeft -= count) < 0)
        {
            throw new ExpressionException("steps-exceeded", "The expression needs more steps than its budget allows.");
        }
    }

    internal void Allocate(long count)
    {
        if ((BytesLeft -= count) < 0)
        {
            throw new ExpressionException("memory-exceeded", "The expression needs more memory than its budget allows.");
        }
    }
}
