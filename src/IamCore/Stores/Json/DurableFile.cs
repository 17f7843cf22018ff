using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace IamCore.Stores.Json;

/// <summary>Replaces a file atomically: after a crash, either the old or the new content exists in full.</summary>
internal static class DurableFile
{
    /// <summary>Returns the file's last write time once the new content would survive a power loss.</summary>
    public static DateTime Replace(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + ".tmp";
        // Written beside the target and renamed: a rename within one directory is atomic, overwriting in place is not.
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        var written = File.GetLastWriteTimeUtc(temporary);
        File.Move(temporary, path, overwrite: true);
        FlushDirectory(Path.GetDirectoryName(path)!);
        return written;
    }

    private static void FlushDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // NTFS journals the rename; directories cannot be flushed there
        }

        // The rename itself is durable only after the directory was flushed.
        var descriptor = Open(Encoding.UTF8.GetBytes(directory + "\0"), 0);
        if (descriptor < 0)
        {
            throw new IOException($"\"{directory}\" cannot be opened", new Win32Exception(Marshal.GetLastPInvokeError()));
        }

        var result = Fsync(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (result < 0)
        {
            throw new IOException($"\"{directory}\" cannot be flushed to disk", new Win32Exception(error));
        }
    }

#pragma warning disable SYSLIB1054 // LibraryImport would need unsafe code for three blittable calls
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
#pragma warning restore SYSLIB1054
}
