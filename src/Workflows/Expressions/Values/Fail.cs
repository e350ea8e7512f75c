namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>The errors a program can run into, worded as JavaScript words them.</summary>
internal static class Fail
{
    public static ExpressionException Type(string reason) => new("type-error", reason);

    public static ExpressionException Reference(string reason) => new("reference-error", reason);

    public static ExpressionException Range(string reason) => new("range-error", reason);

    public static ExpressionException Syntax(string reason) => new("syntax-error", reason);

    public static ExpressionException Unsupported(string reason) => new("unsupported", reason);

    public static ExpressionException Depth() => new("depth-exceeded", "The expression calls itself too deeply.");
}
