using System.Runtime.InteropServices;

namespace CaseMgmt.Cases.Monitoring;

/// <summary>
/// Gives back to the system what the embedded database has freed. After large blocks the C library of most Linux systems keeps a hundred megabytes for the next
/// ones, which a load and a scan need once a day: without this a host that has loaded a county holds them until it ends. Other C libraries give back by themselves.
/// </summary>
public static class FreedMemory
{
    private static readonly Lazy<Trim?> Trimming = new(Find);

    private delegate int Trim(nint keep);

    /// <summary>Some milliseconds, after work of seconds. True where there was something to give.</summary>
    public static bool GiveBack() => Trimming.Value?.Invoke(0) == 1;

    private static Trim? Find() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out var address)
            ? Marshal.GetDelegateForFunctionPointer<Trim>(address) : null;
}
