using CaseMgmt.Workflows.Expressions.Patterns;
using CaseMgmt.Workflows.Expressions.Tree;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions;

/// <summary>One run of one expression: its scope, its budget, and what was read from the scope so far.</summary>
internal sealed class Evaluation(ExpressionScope scope, ExpressionBudget budget, int globalNames)
{
    private readonly JsValue[] globals = globalNames == 0 ? [] : new JsValue[globalNames];
    private JsVariables? variables;
    private List<JsObject>? visiting;
    private RandomSequence? random;
    private Dictionary<(string Source, string Flags), RegexProgram>? patterns;
    private int depth;

    public ExpressionScope Scope { get; } = scope;

    public RandomSequence Random => random ??= new(Scope.Seed);

    /// <summary>Milliseconds since 1970 of the scope's instant.</summary>
    public double Now => (Scope.Now.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    /// <summary>Patterns that this run has made from texts.</summary>
    public Dictionary<(string Source, string Flags), RegexProgram> Patterns => patterns ??= [];

    public JsVariables Variables => variables ??= new JsVariables();

    public void Step(long count) => budget.Step(count);

    public void Allocate(long count) => budget.Allocate(count);

    /// <summary>Room for a string of this many characters, asked for before it is made.</summary>
    public void AllocateText(long characters)
    {
        budget.Step(characters / 16);
        budget.Allocate(24 + (2 * characters));
    }

    public void Enter(int levels)
    {
        if ((depth += levels) > budget.Depth)
        {
            throw Fail.Depth();
        }
    }

    public void Leave(int levels) => depth -= levels;

    /// <summary>How many objects around the one in hand are being walked.</summary>
    public int Visited => visiting?.Count ?? 0;

    /// <summary>Marks an object whose parts are being walked; false if it is already being walked, so it contains itself.</summary>
    public bool Visit(JsObject target)
    {
        visiting ??= [];
        Step(visiting.Count);
        if (visiting.Contains(target))
        {
            return false;
        }

        Enter(8);
        visiting.Add(target);
        return true;
    }

    public void Unvisit(JsObject target)
    {
        Leave(8);
        visiting!.RemoveAt(visiting.Count - 1);
    }

    /// <summary>Calls a value with arguments; a callback of a library member comes through here.</summary>
    public JsValue Call(JsValue callee, ReadOnlySpan<JsValue> arguments) => callee.AsFunction is { } function
        ? function.Call(this, JsValue.Undefined, arguments)
        : throw Fail.Type($"{Coerce.Describe(callee)} is not a function");

    /// <summary>The scope's value or function of this name; read once, so that identity and changes hold within a run.</summary>
    /// <param name="place">The number of the name among the global names of the program.</param>
    public bool TryGlobal(string name, int place, out JsValue value)
    {
        value = globals[place];
        if (value.IsUndefined && !TryResolve(name, out value))
        {
            return false;
        }

        globals[place] = value;
        return true;
    }

    private bool TryResolve(string name, out JsValue value)
    {
        if (name == "variables")
        {
            value = JsValue.Of(Variables);
            return true;
        }

        if (Scope.FindFunction(name) is { } function)
        {
            value = JsValue.Of(new HostCallable(name, function));
            return true;
        }

        var found = Scope.TryFindValue(name, out var node);
        value = found ? JsonBridge.FromNode(this, node) : default;
        return found;
    }
}
