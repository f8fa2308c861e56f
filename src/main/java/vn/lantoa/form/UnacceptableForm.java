package vn.lantoa.form;

/** A schema that this application does not show: it names the component and what is wrong with it. */
public class UnacceptableForm extends IllegalArgumentException {

    UnacceptableForm(String component, String what) {
        super("form component " + component + ": " + what);
    }
}
