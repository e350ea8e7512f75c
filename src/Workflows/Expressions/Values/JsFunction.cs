using CaseMgmt.Workflows.Expressions.Library;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>Code of a library member: the run, the value before the dot, the arguments.</summary>
internal delegate JsValue NativeCode(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments);

/// <summary>Anything that can be called.</summary>
internal abstract class JsFunction : JsObject
{
    public override MemberTable Members => FunctionMembers.Table;

    public override string ClassName => "Function";

    public abstract JsValue Call(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments);
}

/// <summary>A function of the library; constructors carry their static members as own properties.</summary>
internal sealed class NativeFunction : JsFunction
{
    private readonly NativeCode code;

    public NativeFunction(string name, NativeCode code)
    {
        Name = name;
        this.code = code;
        Frozen = true;
    }

    public string Name { get; }

    /// <summary>What <c>new</c> does with it, if anything.</summary>
    public NativeCode? Construct { get; init; }

    /// <summary>What <c>instanceof</c> asks, if it may be asked.</summary>
    public Func<JsObject, bool>? HasInstance { get; init; }

    public override JsValue Call(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        run.Step(2);
        return code(run, self, arguments);
    }
}
