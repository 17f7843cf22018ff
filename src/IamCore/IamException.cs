namespace IamCore;

/// <summary>An operation failed; nothing was changed (ID-256). Neither the message nor the details contain secrets (ID-264).</summary>
/// <remarks>Errors are documented by code in <see cref="IamErrorCode"/> (ID-262).</remarks>
public sealed class IamException : Exception
{
    /// <summary>Creates the exception with at most one detail.</summary>
    /// <param name="code">The error code.</param>
    /// <param name="message">What is wrong, in one sentence; shown to the caller.</param>
    /// <param name="rule">The rule that was violated, for example <c>ID-083</c>.</param>
    public IamException(IamErrorCode code, string message, string? rule = null)
        : this(code, message, rule is null ? ValueList<IamErrorDetail>.Empty : [new(rule, "", message)])
    {
    }

    /// <summary>Creates the exception with its details.</summary>
    /// <param name="code">The error code.</param>
    /// <param name="message">What is wrong, in one sentence; shown to the caller.</param>
    /// <param name="details">The problems found.</param>
    public IamException(IamErrorCode code, string message, ValueList<IamErrorDetail> details)
        : base(message)
    {
        ErrorCode = code;
        Details = details;
    }

    /// <summary>The error code.</summary>
    public IamErrorCode ErrorCode { get; }

    /// <summary>The error code as AWS spells it.</summary>
    public string Code => ErrorCode.ToString();

    /// <summary>The HTTP status code that corresponds to the error code.</summary>
    public int HttpStatusCode => IamErrorCodes.StatusOf(ErrorCode);

    /// <summary>A GUID that identifies the call in the audit log.</summary>
    public string RequestId { get; init; } = Guid.NewGuid().ToString();

    /// <summary>
    /// All problems found: every invalid parameter, every error in a document, or every object that prevents a deletion. May be empty.
    /// </summary>
    public ValueList<IamErrorDetail> Details { get; }
}
