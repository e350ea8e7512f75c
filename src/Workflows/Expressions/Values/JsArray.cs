using System.Globalization;

using CaseMgmt.Workflows.Expressions.Library;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>A dense array. Holes are not made: a write beyond the end is refused unless it appends.</summary>
internal sealed class JsArray : JsObject
{
    private JsArray(List<JsValue> items)
    {
        Items = items;
    }

    public List<JsValue> Items { get; }

    public override MemberTable Members => ArrayMembers.Table;

    public override string ClassName => "Array";

    /// <summary>An empty array; the elements to come are charged here.</summary>
    public static JsArray Make(Evaluation run, long capacity)
    {
        run.Step(capacity / 4);
        run.Allocate(72 + (16 * capacity));
        return new JsArray(new List<JsValue>((int)capacity));
    }

    public static JsArray Of(Evaluation run, IReadOnlyList<JsValue> values)
    {
        var made = Make(run, values.Count);
        made.Items.AddRange(values);
        return made;
    }

    /// <summary>What <c>new Array(n)</c> makes: places without elements. They are undefined when read; what would pass over them is refused until they are filled.</summary>
    public static JsArray OfLength(Evaluation run, long length)
    {
        run.Step(length);
        var made = Make(run, length);
        made.Items.AddRange(Enumerable.Repeat(default(JsValue), (int)length));
        made.IsUnfilled = length > 0;
        return made;
    }

    public bool IsUnfilled { get; set; }

    /// <exception cref="ExpressionException">Its places have not been filled, so JavaScript would pass over them.</exception>
    public void DemandFilled()
    {
        if (IsUnfilled)
        {
            throw Fail.Unsupported("This array has only a length; fill it first, or write Array.from({ length: n }, (_, i) => i).");
        }
    }

    public void Add(Evaluation run, JsValue value)
    {
        if (Items.Count == Items.Capacity)
        {
            run.Allocate(16L + (16L * Items.Count));
        }

        Items.Add(value);
    }

    /// <summary>The extra members that the result of a match has; not listed and not written as JSON, as they are no elements.</summary>
    public JsArray Attach(params ReadOnlySpan<(string Key, JsValue Value)> extras)
    {
        foreach (var (key, value) in extras)
        {
            With(key, value);
        }

        return this;
    }

    public override bool TryGetOwn(Evaluation run, string key, out JsValue value)
    {
        if (key == "length")
        {
            value = JsValue.Of(Items.Count);
            return true;
        }

        if (Keys.IsIndex(key))
        {
            var index = Keys.Index(key);
            value = index < Items.Count ? Items[(int)index] : default;
            return index < Items.Count;
        }

        return base.TryGetOwn(run, key, out value);
    }

    public override void Set(Evaluation run, string key, JsValue value)
    {
        if (Frozen)
        {
            throw Fail.Type($"Cannot assign to read only property '{key}' of object '[object Array]'");
        }

        if (key == "length")
        {
            SetLength(value);
        }
        else if (Keys.IsIndex(key))
        {
            SetIndex(run, Keys.Index(key), value);
        }
        else
        {
            throw Fail.Unsupported($"An array cannot take the property '{key}'.");
        }
    }

    public override List<string> OwnKeys(Evaluation run)
    {
        DemandFilled();
        run.Step(Items.Count);
        run.Allocate(40L * Items.Count);
        return [.. Enumerable.Range(0, Items.Count).Select(index => index.ToString(CultureInfo.InvariantCulture))];
    }

    private void SetLength(JsValue value)
    {
        if (!value.IsNumber || value.Number < 0 || value.Number > Items.Count || value.Number != Math.Floor(value.Number))
        {
            throw Fail.Unsupported("The length of an array can only be cut.");
        }

        Items.RemoveRange((int)value.Number, Items.Count - (int)value.Number);
    }

    private void SetIndex(Evaluation run, uint index, JsValue value)
    {
        if (index > Items.Count)
        {
            throw Fail.Unsupported("An array cannot have holes: write at most at its end.");
        }

        if (index == Items.Count)
        {
            Add(run, value);
        }
        else
        {
            Items[(int)index] = value;
        }
    }
}
