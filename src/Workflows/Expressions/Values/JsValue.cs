namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>What <c>typeof</c> distinguishes, with null told apart from objects.</summary>
internal enum JsType
{
    Undefined,
    Null,
    Boolean,
    Number,
    String,
    Object,
    Function,
    Marker,
}

/// <summary>
/// One value of the language in 16 bytes: numbers travel without allocation. A null reference is undefined, so that fresh arrays need no filling.
/// </summary>
internal readonly struct JsValue
{
    private static readonly Tag NumberTag = new(JsType.Number);
    private static readonly Tag NullTag = new(JsType.Null);
    private static readonly Tag TrueTag = new(JsType.Boolean);
    private static readonly Tag FalseTag = new(JsType.Boolean);
    private static readonly Tag UnsetTag = new(JsType.Marker);
    private static readonly Tag ShortTag = new(JsType.Marker);

    private readonly object? reference;
    private readonly double number;

    private JsValue(object? reference, double number = 0)
    {
        this.reference = reference;
        this.number = number;
    }

    public static JsValue Undefined => default;

    public static JsValue Null => new(NullTag);

    public static JsValue True => new(TrueTag);

    public static JsValue False => new(FalseTag);

    public static JsValue NaN => new(NumberTag, double.NaN);

    public static JsValue EmptyText => new("");

    /// <summary>A let or const before its declaration ran.</summary>
    public static JsValue Unset => new(UnsetTag);

    /// <summary>The rest of an optional chain is skipped.</summary>
    public static JsValue ShortCircuit => new(ShortTag);

    public JsType Type => reference switch
    {
        null => JsType.Undefined,
        Tag tag => tag.Type,
        string => JsType.String,
        JsFunction => JsType.Function,
        _ => JsType.Object,
    };

    public bool IsUndefined => reference is null;

    public bool IsNullish => reference is null || ReferenceEquals(reference, NullTag);

    public bool IsNull => ReferenceEquals(reference, NullTag);

    public bool IsNumber => ReferenceEquals(reference, NumberTag);

    public bool IsTrue => ReferenceEquals(reference, TrueTag);

    public bool IsFalse => ReferenceEquals(reference, FalseTag);

    public bool IsBoolean => IsTrue || IsFalse;

    public bool IsUnset => ReferenceEquals(reference, UnsetTag);

    public bool IsShortCircuit => ReferenceEquals(reference, ShortTag);

    public bool IsObject => reference is JsObject;

    /// <summary>The number; only meaningful if <see cref="IsNumber"/>.</summary>
    public double Number => number;

    public string? AsText => reference as string;

    public JsObject? AsObject => reference as JsObject;

    public JsArray? AsArray => reference as JsArray;

    public JsFunction? AsFunction => reference as JsFunction;

    /// <summary>Identity of strings' and objects' references and of the tags; numbers are compared by the caller.</summary>
    public object? Reference => reference;

    public static JsValue Of(double value) => new(NumberTag, value);

    public static JsValue Of(bool value) => new(value ? TrueTag : FalseTag);

    public static JsValue Of(string value) => new(value);

    public static JsValue Of(JsObject value) => new(value);

    private sealed class Tag(JsType type)
    {
        public JsType Type { get; } = type;
    }
}
