namespace CaseMgmt.Workflows.Expressions;

/// <summary>
/// A running expression ended without a value. <see cref="Code"/> is stable: type-error, reference-error, range-error, syntax-error,
/// thrown, steps-exceeded, memory-exceeded, depth-exceeded, unsupported, host-error.
/// </summary>
public sealed class ExpressionException(string code, string reason, Exception? inner = null) : Exception(reason, inner)
{
    public string Code { get; } = code;

    public string Reason { get; } = reason;
}
