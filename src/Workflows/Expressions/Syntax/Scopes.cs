namespace CaseMgmt.Workflows.Expressions.Syntax;

/// <summary>A declared name and the slot that holds its value.</summary>
internal sealed record Binding(int Slot, bool IsConst, bool IsReplaceable);

/// <summary>One function being parsed: how many slots a call needs, which start unset, how many nodes it has.</summary>
internal sealed class FunctionScope(FunctionScope? outer)
{
    public FunctionScope? Outer { get; } = outer;

    public int Slots { get; private set; }

    /// <summary>Slots of let and const: reading them before their declaration ran is an error.</summary>
    public List<int> Unset { get; } = [];

    public int Nodes { get; set; }

    public int NewSlot() => Slots++;
}

/// <summary>A block. As there are no loops, a block runs at most once per call: its names can live in the slots of its function.</summary>
internal sealed class BlockScope(BlockScope? outer, FunctionScope function)
{
    private readonly Dictionary<string, Binding> names = new(StringComparer.Ordinal);

    public BlockScope? Outer { get; } = outer;

    public FunctionScope Function { get; } = function;

    /// <summary>Null if the name is taken here.</summary>
    public Binding? Declare(string name, bool isConst, bool startsUnset)
    {
        if (names.TryGetValue(name, out var known))
        {
            return known.IsReplaceable && !startsUnset ? known : null;
        }

        var binding = new Binding(Function.NewSlot(), isConst, !startsUnset);
        names.Add(name, binding);
        if (startsUnset)
        {
            Function.Unset.Add(binding.Slot);
        }

        return binding;
    }

    public Binding? Find(string name) => names.GetValueOrDefault(name);
}
