package vn.lantoa.reporting;

/** Every name of {@code bpmn/reporting/unit-report.bpmn} that Java mentions. */
final class UnitReport {

    static final String PROCESS = "unit-report";
    static final String DOSSIER = "report";

    static final String DRAFT = "DraftReport";
    static final String CHECK = "CheckReport";
    static final String APPROVE = "ApproveReport";
    static final String NUMBER = "NumberReport";
    static final String ACCEPT = "AcceptReport";
    static final String ENTER = "EnterForUnit";
    static final String APPROVE_ENTRY = "ApproveEntry";

    static final String WITHDRAWN = "Message_withdrawn";
    static final String SUPERIOR_ENTERS = "Message_superiorEnters";
    static final String REOPENED = "Message_reportReopened";

    static final String SUBMIT = "submit";
    static final String NIL = "nil";
    static final String APPROVED = "approve";
    static final String ACCEPTED = "accept";
    static final String RETURN = "return";
    static final String NUMBERED = "number";

    static final String ACCEPT_FORM = "unit-report-accept";

    static final String DISPATCH = "dispatch";
    static final String UNIT_LEVEL = "unitLevel";
    static final String SUPERIOR = "superior";

    private UnitReport() {}
}
