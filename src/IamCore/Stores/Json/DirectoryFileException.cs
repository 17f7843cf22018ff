namespace IamCore.Stores.Json;

/// <summary>A file is not a valid directory, or a manual edit of it was rejected.</summary>
public sealed class DirectoryFileException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">What is wrong, one sentence each; at least one.</param>
    public DirectoryFileException(string path, ValueList<string> problems)
        : base($"\"{path}\" is not a valid directory file:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
    {
        Path = path;
        Problems = problems;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What is wrong, one sentence each; at least one.</summary>
    public ValueList<string> Problems { get; }
}
