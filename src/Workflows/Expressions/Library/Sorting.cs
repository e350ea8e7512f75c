using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>
/// Stable sort in the order of comparisons that V8 makes for short arrays (a leading run, then binary insertion), so that also comparers which
/// are no proper order (a boolean result, say) sort as they do there. Longer arrays are merged from such pieces.
/// </summary>
internal static class Sorting
{
    private const int Piece = 32;

    public static JsValue Sort(Evaluation run, JsArray array, JsValue comparer)
    {
        ArrayChanges.Guard(array);
        if (!comparer.IsUndefined && comparer.AsFunction is null)
        {
            throw Fail.Type("The comparison function must be either a function or undefined");
        }

        run.Allocate(48L * array.Items.Count);
        var items = array.Items.Where(item => !item.IsUndefined).ToArray();
        var absent = array.Items.Count - items.Length;
        if (comparer.AsFunction is { } function)
        {
            SortRange(items, 0, items.Length, (left, right) => Ask(run, function, left, right));
        }
        else
        {
            items = ByText(run, items);
        }

        array.Items.Clear();
        array.Items.AddRange(items);
        array.Items.AddRange(Enumerable.Repeat(JsValue.Undefined, absent));
        return JsValue.Of(array);
    }

    private static JsValue[] ByText(Evaluation run, JsValue[] items)
    {
        var pairs = items.Select(item => (Text: Coerce.ToText(run, item), Item: item)).ToArray();
        SortRange(pairs, 0, pairs.Length, (left, right) =>
        {
            run.Step(1 + (Math.Min(left.Text.Length, right.Text.Length) / 16));
            return string.CompareOrdinal(left.Text, right.Text);
        });
        return [.. pairs.Select(pair => pair.Item)];
    }

    private static double Ask(Evaluation run, JsFunction function, JsValue left, JsValue right)
    {
        run.Step(2);
        return Coerce.ToNumber(run, function.Call(run, default, [left, right]));
    }

    private static void SortRange<T>(T[] items, int from, int to, Func<T, T, double> compare)
    {
        if (to - from <= Piece)
        {
            InsertionSort(items, from, to, compare);
            return;
        }

        var middle = from + ((to - from) / 2);
        SortRange(items, from, middle, compare);
        SortRange(items, middle, to, compare);
        Merge(items, from, middle, to, compare);
    }

    private static void Merge<T>(T[] items, int from, int middle, int to, Func<T, T, double> compare)
    {
        var left = items[from..middle];
        var (taken, right) = (0, middle);
        for (var place = from; taken < left.Length; place++)
        {
            items[place] = right < to && compare(items[right], left[taken]) < 0 ? items[right++] : left[taken++];
        }
    }

    private static void InsertionSort<T>(T[] items, int from, int to, Func<T, T, double> compare)
    {
        for (var start = from + LeadingRun(items, from, to, compare); start < to; start++)
        {
            var pivot = items[start];
            var (left, right) = (from, start);
            while (left < right)
            {
                var middle = left + ((right - left) >> 1);
                if (compare(pivot, items[middle]) < 0)
                {
                    right = middle;
                }
                else
                {
                    left = middle + 1;
                }
            }

            Array.Copy(items, left, items, left + 1, start - left);
            items[left] = pivot;
        }
    }

    /// <summary>Length of the ascending run at the start; a strictly descending one is turned round.</summary>
    private static int LeadingRun<T>(T[] items, int from, int to, Func<T, T, double> compare)
    {
        if (to - from < 2)
        {
            return to - from;
        }

        var end = from + 2;
        var descends = compare(items[from + 1], items[from]) < 0;
        while (end < to && compare(items[end], items[end - 1]) < 0 == descends)
        {
            end++;
        }

        if (descends)
        {
            Array.Reverse(items, from, end - from);
        }

        return end - from;
    }
}
