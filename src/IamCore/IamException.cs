namespace IamCore;

/// <summary>An operation was refused; nothing changed (ID-256, ID-262). No text of it holds a secret (ID-264).</summary>
public sealed class IamException : Exception
{
    /// <summary>Makes an error of one detail or none.</summary>
    /// <param name="code">The code.</param>
    /// <param name="message">One sentence, shown to the caller.</param>
    /// <param name="rule">The rule that was broken, for example <c>ID-083</c>.</param>
    public IamException(IamErrorCode code, string message, string? rule = null)
        : this(code, message, rule is null ? ValueList<IamErrorDetail>.Empty : [new(rule, "", message)])
    {
    }

    /// <summary>Makes an error with its details.</summary>
    public IamException(IamErrorCode code, string message, ValueList<IamErrorDetail> details)
        : base(message)
    {
        ErrorCode = code;
        Details = details;
    }

    /// <summary>The code.</summary>
    public IamErrorCode ErrorCode { get; }

    /// <summary>The code as AWS spells it.</summary>
    public string Code => ErrorCode.ToString();

    /// <summary>The HTTP status that goes with the code.</summary>
    public int HttpStatusCode => IamErrorCodes.StatusOf(ErrorCode);

    /// <summary>A GUID by which the audit knows the call.</summary>
    public string RequestId { get; init; } = Guid.NewGuid().ToString();

    /// <summary>What exactly is wrong: all bad parameters, all faults of a document, all that blocks a deletion. May be empty.</summary>
    public ValueList<IamErrorDetail> Details { get; }
}
