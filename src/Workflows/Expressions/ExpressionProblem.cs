namespace CaseMgmt.Workflows.Expressions;

/// <summary>Why a source text cannot become an expression; shown at publish, with the place in the text (both from 1).</summary>
public sealed record ExpressionProblem(int Line, int Column, string Reason)
{
    public override string ToString() => $"({Line},{Column}): {Reason}";
}
